-- zh: 预决算差异率应当等于（决算数－预算数）÷预算数
-- en: Prose: the deviation from the budget must be the outcome less the budget, over the budget
-- name: deviation_follows_from_budget_and_outcome
-- tolerance: SHARE
-- severity: error
-- why: 预决算差异率的定义
-- silent: nothing printed to compare with

-- 预算数 X，决算数 Y，预决算差异率 Z%: of the amounts that the sentence says last before it
with pair as (
    select
        rate.report_id, rate.claim_id, value.amount, value.half, value.claim_id as value_id, budget.amount as planned, budget.half as planned_half,
        budget.claim_id as budget_id
    from checks.prose_claim as rate
    join checks.prose_claim as value on value.report_id = rate.report_id and value.sentence = rate.sentence and value.role = 'value' and value.place < rate.place
    join checks.prose_claim as budget
        on budget.report_id = rate.report_id and budget.statement = value.statement and budget.subject = value.subject and budget.role = 'budget' and budget.place < rate.place
    where rate.subject = 'budget_deviation' and rate.role = 'rate'
    qualify row_number() over (partition by rate.claim_id order by value.place desc, budget.place desc) = 1
)
select
    rate.report_id, rate.place as instance, rate.code, 100 as factor, if(rate.direction = 'down', -1, 1) * rate.amount as stated, rate.half as stated_half,
    pair.amount - pair.planned as part, pair.half + pair.planned_half as part_half, pair.planned as whole, pair.planned_half as whole_half,
    [rate.claim_id, pair.value_id, pair.budget_id] as amount_ids
from checks.prose_claim as rate
join pair on pair.claim_id = rate.claim_id and pair.report_id = rate.report_id
