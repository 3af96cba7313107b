-- zh: 全年预算应当等于年初预算＋调增－调减
-- en: Prose: the budget of the year must be the initial budget and its adjustments
-- name: budget_is_initial_and_adjustments
-- tolerance: SUM
-- severity: error
-- why: 全年预算的定义
-- silent: budget and adjustment not both printed
with budget as (
    select report_id, statement, base, claim_id, amount, half, code, place
    from checks.prose_claim
    where role = 'budget' and base in ('initial', 'annual')
    qualify row_number() over (partition by report_id, statement, base order by place) = 1
),
adjusted as (
    select report_id, statement, claim_id, amount, half, if(direction = 'down', -1, 1) as sign
    from checks.prose_claim
    where role = 'adjustment'
),
said as (
    select annual.report_id, annual.statement, annual.code, annual.place
    from budget as annual
    semi join adjusted on adjusted.report_id = annual.report_id and adjusted.statement = annual.statement
    where annual.base = 'annual' and exists (
        from budget as initial where initial.report_id = annual.report_id and initial.statement = annual.statement and initial.base = 'initial'
    )
)
select said.report_id, said.place as instance, said.code, if(budget.base = 'annual', 'total', 'part') as side, 1 as weight, budget.claim_id as amount_id,
    budget.amount as value_yuan, budget.half as half_step_yuan
from said
join budget using (report_id, statement)
union all
select said.report_id, said.place, said.code, 'part', adjusted.sign, adjusted.claim_id, adjusted.amount, adjusted.half
from said
join adjusted using (report_id, statement)
