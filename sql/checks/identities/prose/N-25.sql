-- zh: 基数为零时不应有增长率或完成率
-- en: Prose: no rate on a base of zero
-- tolerance: INT
-- severity: error
-- why: 零不能作除数
select report_id, place as instance, code, side, 1 as weight, if(side = 'total', claim_id, null) as amount_id,
    if(side = 'total' and is_zero and not is_convention, 1, 0) as value_yuan, 0 as half_ulp_yuan
from checks.zero_base, (values ('total'), ('part')) as sides(side)
