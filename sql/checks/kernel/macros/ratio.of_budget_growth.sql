-- Macro for the growth that the prose of a budget prints (family P; columns: see ratio.base.sql)

-- growth: 增长 P% of the amount of the year before, printed or led back to from the change
create or replace macro budget_growth() as table
with led as ( -- the change of the statement, or both years where no change is printed
    select
        said.report_id, said.statement, said.subject, said.code, said.base, said.place, said.change as part, said.change_half as part_half,
        coalesce(said.prior, said.amount - said.sign * said.change) as whole, coalesce(said.prior_half, said.half + said.change_half) as whole_half,
        [said.change_id, coalesce(said.prior_id, said.value_id)] as claims, false as is_signed, if(said.sign > 0, 'up', 'down') as way
    from checks.budget_change as said
    union all
    select value.report_id, value.statement, value.subject, value.code, earlier.base, greatest(value.place, earlier.place), value.amount - earlier.amount, value.half + earlier.half,
        earlier.amount, earlier.half, [value.claim_id, earlier.claim_id], true, null
    from checks.budget_claim as value
    join checks.budget_claim as earlier
        on earlier.report_id = value.report_id and earlier.subject = value.subject and earlier.code is not distinct from value.code and earlier.role = 'prior'
        and (earlier.statement = value.statement or earlier.sentence = value.sentence and earlier.place < value.place) -- Shanghai's 2025年执行数为A，2026年安排B are two statements
    where value.role = 'value' and (value.report_id, value.statement) not in (select (report_id, statement) from checks.budget_change)
)
select
    growth.report_id, growth.place as instance, growth.code, 100 as factor, growth.amount as stated, growth.half as stated_half,
    if(led.is_signed and growth.direction = 'down', -led.part, led.part) as part, led.part_half, led.whole, led.whole_half, [growth.claim_id, led.claims[1], led.claims[2]] as amount_ids
from checks.budget_claim as growth
join led
    on led.report_id = growth.report_id and led.statement = growth.statement and led.subject = growth.subject and led.code is not distinct from growth.code
    and led.base = growth.base and led.place < growth.place
where growth.role = 'growth' and growth.direction in ('up', 'down') and coalesce(led.way, growth.direction) = growth.direction -- 增加 X，下降 Y%: the words are at odds (PN-31)
    and growth.claim_id not in (select growth_id from budget_rates_of_years() where is_turned) -- 2025年 X，2026年 Y, 减少 Z%: the word alone is wrong (PN-23)
qualify row_number() over (partition by growth.report_id, growth.claim_id order by led.place desc) = 1 -- a second one is of what is narrowed down (扣除中央基建后)
    and row_number() over (partition by growth.report_id, led.claims[1] order by growth.place) = 1;
