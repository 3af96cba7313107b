-- 基数为零的比率：没有定义的增长率、完成率 / Rates with their base: those on a base of zero have no value: 增长100% from 0, 完成 P% of a budget of 0.
-- report_id: report
-- claim_id: the rate
-- place: its order in the report
-- code: classification code it is about
-- role: growth or completion
-- base: what it is a growth on (reading.claim.base)
-- is_zero: its base is zero
-- is_convention: 增长100% from zero, a convention; anything else on a base of zero is an error
with growth as (
    select
        growth.report_id, growth.claim_id, growth.place, growth.code, growth.role, growth.base,
        growth.direction = 'up' and value.amount = change.amount and growth.amount != 0 as is_zero,
        growth.amount = 100 and value.amount > 0 as is_convention
    from checks.prose_claim as growth
    join checks.prose_claim as value -- of the three public expenses the value may be said before: 其中：公务接待费增加 X，增长 P%
        on value.report_id = growth.report_id and value.subject = growth.subject and value.role = 'value' and value.place < growth.place
        and (value.statement = growth.statement or growth.section = 'three_public' and value.section = 'three_public' and growth.base = 'prior_year')
    join checks.prose_claim as change
        on change.report_id = growth.report_id and change.statement = growth.statement and change.subject = growth.subject and change.role = 'change'
        and change.base = growth.base and change.place < growth.place
    where growth.role = 'growth' and growth.direction in ('up', 'down')
    qualify row_number() over (partition by growth.claim_id order by value.statement = growth.statement desc, value.place desc, change.place desc) = 1
),
completion as (
    select
        rate.report_id, rate.claim_id, rate.place, rate.code, rate.role, rate.base,
        max(budget.amount) = 0 and any_value(rate.amount) != 0 as is_zero,
        false as is_convention
    from checks.prose_claim as rate
    join checks.prose_claim as budget
        on budget.report_id = rate.report_id and budget.statement = rate.statement and budget.subject = rate.subject and budget.role = 'budget'
    where rate.role = 'completion'
    group by rate.report_id, rate.claim_id, rate.place, rate.code, rate.role, rate.base
)
select * from growth
union all
select * from completion
