-- zh: 与预算数相比的增减额、增减率、完成率应当由决算数与预算数算出
-- en: Prose: changes against a budget, their rates and completions must follow from the amount and the budget
-- name: changes_against_budgets_follow
-- tolerance: DIFF
-- severity: error
-- why: 增减额、增长率、完成率的定义

-- items of the general budget are N-08's, the three public expenses that name their budget N-12's
with phase as ( -- 全年预算数 in the form or its note; what else its 预算数 is of is not said
    select distinct report_id, ['budget', 'annual_budget'] as bases from checks.public_expense where is_budget and is_annual
),
told as (
    select change.*, final.amount_id as final_id, final.value_yuan as final, final.half_step_yuan as final_half,
        budget.amount_id as budget_id, budget.value_yuan as budget, budget.half_step_yuan as budget_half
    from checks.prose_claim as change
    left join phase using (report_id)
    join checks.public_expense as budget on budget.report_id = change.report_id and budget.item = replace(change.subject, 'three_public', 'total') and budget.is_budget
    join checks.public_expense as final on final.report_id = change.report_id and final.item = budget.item and final.phase = 'final'
    where change.section = 'three_public' and change.role = 'change' and list_contains(coalesce(phase.bases, ['budget']), change.base) and change.direction in ('up', 'down')
        and change.claim_id not in (select claim_id from turned_beside_form()) -- N-24 tells the word
        and not exists (
            from checks.prose_claim as said
            where said.report_id = change.report_id and said.statement = change.statement and said.subject = change.subject and said.role = 'budget'
        )
    qualify row_number() over (partition by change.claim_id order by final.row, budget.row) = 1
)
from budget_change([
    'overall', 'income', 'expenditure', 'fiscal_overall', 'general_budget', 'general_structure', 'basic', 'government_fund', 'state_capital', 'running_costs', 'other'
])
union all by name
select report_id, 'T7 ' || place as instance, code, 'total' as side, if(direction = 'down', -1, 1) as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from told
union all
select report_id, 'T7 ' || place, code, 'part', 1, final_id, final, final_half from told
union all
select report_id, 'T7 ' || place, code, 'part', -1, budget_id, budget, budget_half from told
