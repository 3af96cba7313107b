-- zh: 全年预算与年初预算应当相差不超过30%
-- en: Prose: the budget of the year must differ from the initial budget by at most 30 %
-- name: budget_changes_at_most_30_percent
-- tolerance: NORM
-- severity: info
-- why: 预算调整率过高值得一看
-- silent: no budget of the year beside an initial one

-- |annual − initial| ≤ 30 % of initial, as 10·annual ≤ 13·initial and 7·initial ≤ 10·annual
with phase as (
    select initial.report_id, initial.place, initial.code, initial.claim_id as initial_id, initial.amount as initial, initial.half as initial_half,
        annual.claim_id as annual_id, annual.amount as annual, annual.half as annual_half
    from checks.prose_claim as initial
    join checks.prose_claim as annual
        on annual.report_id = initial.report_id and annual.statement = initial.statement and annual.role = 'budget' and annual.base = 'annual'
    where initial.role = 'budget' and initial.base = 'initial' and initial.amount > 0 and initial.section != 'performance'
    qualify row_number() over (partition by initial.claim_id order by annual.place) = 1
)
select report_id, 'up ' || place as instance, code, 'total' as side, 10 as weight, annual_id as amount_id, annual as value_yuan, annual_half as half_step_yuan from phase
union all
select report_id, 'up ' || place, code, 'part', 13, initial_id, initial, initial_half from phase
union all
select report_id, 'down ' || place, code, 'total', 7, initial_id, initial, initial_half from phase
union all
select report_id, 'down ' || place, code, 'part', 10, annual_id, annual, annual_half from phase
