-- zh: 决算所称年初预算应当与公布的年初预算一致
-- en: 年初预算 that the final account states of an item must be what the published budget gives it
-- name: initial_budget_as_published
-- tolerance: SAME
-- severity: warning
-- beside: budget
-- why: 同一预算两次公布；公布后批复有调整的可能不同
with stated as (
    select claim.report_id, claim.code, claim.claim_id, claim.amount, claim.half
    from checks.prose_claim as claim
    where claim.section = 'general_items' and claim.subject = 'function' and claim.role = 'budget' and claim.base = 'initial' and claim.code is not null
    qualify count(*) over (partition by claim.report_id, claim.code) = 1
),
published as (
    select beside.report_id, cell.code, cell.amount_id, cell.value_yuan, cell.half_step_yuan
    from checks.form_amount as cell
    join checks.related_report as beside on beside.other_id = cell.report_id and beside.relation = 'budget'
    where cell.form = 'P5' and cell.column_key = 'total' and cell.line is null and cell.is_leaf
    qualify count(*) over (partition by beside.report_id, cell.code) = 1
)
select stated.report_id, concat('T5 ', stated.code) as instance, stated.code, 'total' as side, 1 as weight, stated.claim_id as amount_id, stated.amount as value_yuan, stated.half as half_step_yuan
from stated
semi join published using (report_id, code)
union all
select published.report_id, concat('T5 ', published.code), published.code, 'part', 1, published.amount_id, published.value_yuan, published.half_step_yuan
from published
semi join stated using (report_id, code)
