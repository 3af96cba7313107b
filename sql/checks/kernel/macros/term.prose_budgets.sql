-- Macro for what the prose says of its budgets (families N and B).

-- 决算数比预算数增减 N: the change is value − budget, where a statement gives all three
create or replace macro budget_change(sections) as table
with changed as (
    select change.*, value.claim_id as value_id, value.amount as value_amount, value.half as value_half,
        budget.claim_id as budget_id, budget.amount as budget_amount, budget.half as budget_half
    from checks.prose_claim as change
    join checks.prose_claim as value
        on value.report_id = change.report_id and value.statement = change.statement and value.subject = change.subject and value.role = 'value'
    join checks.prose_claim as budget
        on budget.report_id = change.report_id and budget.statement = change.statement and budget.subject = change.subject and budget.role = 'budget'
        and budget.base = map_extract_value(map {'initial_budget': 'initial', 'annual_budget': 'annual', 'budget': 'unstated'}, change.base)
    where change.role = 'change' and list_contains(sections, change.section) and coalesce(change.direction, '') in ('up', 'down', 'above', 'below', '') -- 差值为 X goes either way
    qualify row_number() over (partition by change.claim_id order by value.place desc, budget.place desc) = 1
)
select report_id, 'change ' || place as instance, code, 'total' as side, if(direction in ('down', 'below') or coalesce(direction, '') = '' and value_amount < budget_amount, -1, 1) as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from changed
union all
select report_id, 'change ' || place, code, 'part', 1, value_id, value_amount, value_half from changed
union all
select report_id, 'change ' || place, code, 'part', -1, budget_id, budget_amount, budget_half from changed;
