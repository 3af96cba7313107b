-- zh: 项级科目决算应当不大于全年预算
-- en: Prose: an item must be within its budget of the year
-- name: items_within_the_budget_of_the_year
-- tolerance: NORM
-- severity: warning
-- why: 全年预算含结转与调整
-- silent: no budget of the year printed
select value.report_id, value.place as instance, value.code, 'total' as side, 1 as weight, value.claim_id as amount_id, value.amount as value_yuan, value.half as half_step_yuan
from checks.prose_claim as value
where value.section = 'general_items' and value.subject = 'function' and value.role = 'value'
    and exists (from checks.prose_claim as budget where budget.report_id = value.report_id and budget.statement = value.statement and budget.role = 'budget' and budget.base = 'annual')
union all
select value.report_id, value.place, value.code, 'part', 1, budget.claim_id, budget.amount, budget.half
from checks.prose_claim as value
join checks.prose_claim as budget
    on budget.report_id = value.report_id and budget.statement = value.statement and budget.role = 'budget' and budget.base = 'annual'
where value.section = 'general_items' and value.subject = 'function' and value.role = 'value'
