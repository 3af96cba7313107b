-- zh: 基数为零而称增长100%：惯用写法，增长率没有定义
-- en: Prose: growth of 100% from zero is a convention; the rate is undefined
-- tolerance: INT
-- severity: info
-- why: 零不能作除数；惯例写作100%
select report_id, place as instance, code, side, 1 as weight, if(side = 'total', claim_id, null) as amount_id,
    if(side = 'total' and is_zero and is_convention, 1, 0) as value_yuan, 0 as half_ulp_yuan
from checks.zero_base, (values ('total'), ('part')) as sides(side)
where role = 'growth'
