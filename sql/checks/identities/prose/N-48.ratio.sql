-- zh: “三公”经费各项的完成率应当等于决算÷预算，增长率应当等于增减额÷上年数，说明没有写明的决算、预算以表为准
-- en: Prose: the completion of each of the three public expenses must be its outcome over its budget (as T7 has them, where the prose does not say them), its growth the change over last year's
-- name: three_public_rates_follow_from_T7
-- tolerance: SHARE
-- severity: error
-- needs: T7
-- why: 完成率、增长率的定义；说明只列比率时，金额见表

-- 预算数 of T7 is of the phase whose total the prose gives so: 全年预算为 X, which is 预算数 of 合计; 全年预算数 says it itself, or its note (is_noted)
with public_budget as (
    from checks.public_expense where is_budget and not in_doubt
),
phase as (
    select distinct claim.report_id, claim.base, false as is_noted
    from checks.prose_claim as claim
    join public_budget as total on total.report_id = claim.report_id and total.item = 'total' and total.phase = 'budget'
    where claim.section = 'three_public' and claim.subject = 'three_public' and claim.role = 'budget' and claim.base in ('annual', 'initial')
        and abs(claim.amount - total.value_yuan) <= claim.half + total.half_step_yuan
    union
    select report_id, 'annual', phase = 'budget' from public_budget where is_annual
),
rate as (
    select
        claim.*, final.item, coalesce(abs(own.amount - final.value_yuan) <= own.half + final.half_step_yuan, false) as is_own,
        if(is_own, own.claim_id, final.amount_id) as final_id, if(is_own, own.amount, final.value_yuan) as final, if(is_own, own.half, final.half_step_yuan) as final_half
    from checks.prose_claim as claim
    join checks.public_expense as final
        on final.report_id = claim.report_id and final.phase = 'final' and final.item = replace(claim.subject, 'three_public', 'total') and not final.in_doubt
    left join checks.prose_claim as own -- 决算为 18.77 万元，完成预算的 P%: of what the sentence says, where it is T7's, which may be in 元
        on own.report_id = claim.report_id and own.statement = claim.statement and own.subject = claim.subject and own.role = 'value' and own.section = claim.section
    where claim.section = 'three_public' and claim.subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception')
        and (claim.role = 'completion' and (claim.base in ('unstated', 'budget') or exists (
            from phase
            where phase.report_id = claim.report_id and phase.base = claim.base and (phase.is_noted or not exists (
                from checks.prose_claim as said
                where said.report_id = claim.report_id and said.statement = claim.statement and said.subject = claim.subject and said.role = 'budget'
            ))
        )) or claim.role = 'growth' and claim.base = 'prior_year')
    qualify row_number() over (partition by claim.claim_id order by final.row, is_own desc, own.place desc) = 1
)
select
    rate.report_id, rate.place as instance, rate.code, 100 as factor, rate.amount as stated, rate.half as stated_half,
    rate.final as part, rate.final_half as part_half, budget.value_yuan as whole, budget.half_step_yuan as whole_half,
    [rate.claim_id, rate.final_id, budget.amount_id] as amount_ids
from rate
join public_budget as budget on budget.report_id = rate.report_id and budget.item = rate.item
where rate.role = 'completion'
qualify row_number() over (partition by rate.claim_id order by budget.row) = 1
union all
select
    rate.report_id, rate.place, rate.code, 100, rate.amount, rate.half, change.amount, change.half,
    rate.final - if(change.direction = 'down', -1, 1) * change.amount, rate.final_half + change.half, [rate.claim_id, change.claim_id, rate.final_id]
from rate
join checks.prose_claim as change
    on change.report_id = rate.report_id and change.statement = rate.statement and change.subject = rate.subject and change.role = 'change' and change.base = rate.base
where rate.role = 'growth' and change.direction in ('up', 'down')
qualify row_number() over (partition by rate.claim_id order by change.place) = 1
