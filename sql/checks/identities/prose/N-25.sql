-- zh: 基数为零时不应有增长率或完成率
-- en: Prose: no rate on a base of zero
-- tolerance: INT
-- severity: error
-- why: 零不能作除数
with rate as (
    select report_id, place as instance, code, claim_id as stated_id, is_zero and not is_convention as stated, 0 as expected
    from checks.zero_base_rate
)
from two_terms('rate')
