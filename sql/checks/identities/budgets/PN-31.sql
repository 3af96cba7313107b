-- zh: 编制说明中的增减额与其增减率应当同向
-- en: Prose of a budget: a change and its rate must go the same way
-- name: changes_and_rates_of_budgets_go_one_way
-- tolerance: INT
-- severity: error
-- why: 增减率是增减额÷基数，二者同号
-- silent: nothing printed to compare with
-- fault_zh: {amount.at_zh} {amount.name}：增减额为{moved_zh}{change.printed}，增减率却为{grown_zh}{amount.printed}
-- fault_en: {amount.at_en}, {amount.name}: {moved_en} of {change.printed} is stated, yet its rate as {grown_en} of {amount.printed}

-- a rate right behind its change, as N-55 takes them; of a change or a rate of 0 no way is asked
with said as (
    select *, lag(claim_id) over (partition by report_id, sentence order by place) as before_id
    from checks.budget_claim
),
paired as (
    select
        growth.report_id, growth.place as instance, growth.code, growth.claim_id as stated_id, rate.sign as stated, change.claim_id as expected_id, moved.sign as expected,
        map {'change_id': change.claim_id, 'moved_zh': moved.moved_zh, 'grown_zh': rate.grown_zh, 'moved_en': moved.moved_en, 'grown_en': rate.grown_en} as particulars
    from said as growth
    join checks.budget_claim as change
        on change.report_id = growth.report_id and change.claim_id = growth.before_id and change.statement = growth.statement and change.subject = growth.subject
        and change.code is not distinct from growth.code and change.role = 'change' and change.base = growth.base
    join ways() as rate on rate.direction = growth.direction
    join ways() as moved on moved.direction = change.direction
    where growth.role = 'growth' and growth.amount > 0 and change.amount > 0
)
from two_terms('paired')
