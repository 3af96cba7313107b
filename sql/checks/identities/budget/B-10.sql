-- zh: 说明称控制在预算以内、未超过预算的决算应当不大于该预算
-- en: Prose: what is said to be within a budget must not be above it
-- name: what_is_said_to_be_within_a_budget_is
-- tolerance: INEQ
-- severity: error
-- why: 用语应与数值一致
with bounded as (
    select
        ceiling.report_id, ceiling.place as instance, ceiling.code, value.amount as stated, value.claim_id as stated_id, value.half as stated_half,
        ceiling.amount as expected, ceiling.claim_id as expected_id, ceiling.half as expected_half
    from checks.prose_claim as ceiling
    join checks.prose_claim as value
        on value.report_id = ceiling.report_id and value.statement = ceiling.statement and value.subject = ceiling.subject
        and value.role = 'value' and value.place < ceiling.place
    where ceiling.role = 'ceiling'
    qualify row_number() over (partition by ceiling.claim_id order by value.place desc) = 1
)
from two_terms('bounded')
