-- zh: 基数为零而称增长100%：惯用写法，增长率没有定义
-- en: Prose: growth of 100% from zero is a convention; the rate is undefined
-- tolerance: INT
-- severity: info
-- why: 零不能作除数；惯例写作100%
with rate as (
    select report_id, place as instance, code, claim_id as stated_id, is_zero and is_convention as stated, 0 as expected
    from checks.zero_base_rate
    where role = 'growth'
)
from two_terms('rate')
