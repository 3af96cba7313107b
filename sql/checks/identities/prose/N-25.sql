-- zh: 基数为零时应当不列增长率或完成率
-- en: Prose: no rate must be given on a base of zero
-- name: no_rate_on_a_base_of_zero
-- tolerance: INT
-- severity: error
-- why: 零不能作除数
-- fault_zh: {amount.at_zh} {amount.name}：{base_zh}为零，算不出{amount.printed}
-- fault_en: {amount.at_en}, {amount.name}: {base_en} is zero, from which no {amount.printed} follows
with rate as (
    select report_id, place as instance, code, claim_id as stated_id, is_zero and not is_convention as stated, 0 as expected,
        map {'base_zh': if(role = 'growth', '增加额就是本年数，上年数', '预算数'), 'base_en': if(role = 'growth', 'the increase is all of the amount, so that last year', 'the budget')} as particulars
    from checks.zero_base_rate
)
from two_terms('rate')
