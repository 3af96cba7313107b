-- zh: 各项级科目预算之和应当等于一般公共预算支出预算
-- en: Prose: budgets of the items must add up to their total
-- name: item_budgets_add_up
-- tolerance: SUM
-- severity: error
-- why: 预算合计的定义
-- silent: no section of items

-- budgets of one phase said for every item against the budget said in total, where the items are all the items
with total as (
    select report_id, base, claim_id, amount, half from checks.prose_claim
    where section = 'general_items' and subject = 'general_budget' and role = 'budget'
    qualify row_number() over (partition by report_id, base order by place) = 1
),
item as (
    select report_id, statement, max(amount) as final, max(half) as final_half
    from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role = 'value'
    group by report_id, statement
),
budget as (
    select report_id, statement, base, claim_id, amount, half
    from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role = 'budget'
    qualify row_number() over (partition by report_id, statement, base order by place) = 1
),
complete as (
    select total.report_id, total.base
    from total
    join item on item.report_id = total.report_id
    join checks.prose_claim as whole
        on whole.report_id = total.report_id and whole.section = 'general_items' and whole.subject = 'general_budget' and whole.role = 'value'
    left join budget on budget.report_id = item.report_id and budget.statement = item.statement and budget.base = total.base
    group by total.report_id, total.base, whole.claim_id, whole.amount, whole.half
    having count(budget.claim_id) = count(*) and abs(sum(item.final) - whole.amount) <= sum(item.final_half) + whole.half
)
select
    report_id, base as instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan,
    if(complete.report_id is null, 'not every item is named with its budget', null) as hindrance
from total
left join complete using (report_id, base)
where report_id in (select report_id from budget)
union all
select report_id, base, null, 'part', 1, claim_id, amount, half, null
from budget
semi join complete using (report_id, base)
