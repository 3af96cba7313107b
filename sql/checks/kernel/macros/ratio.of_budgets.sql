-- Macros for the quotients that the prose of a budget prints (family P; columns: see ratio.base.sql)

-- growth: 增长 P% of the amount of the year before, printed or led back to from the change
create or replace macro budget_growth() as table
with led as ( -- the change of the statement, or both years where no change is printed
    select
        said.report_id, said.statement, said.subject, said.code, said.base, said.place, said.change as part, said.change_half as part_half,
        coalesce(said.prior, said.amount - said.sign * said.change) as whole, coalesce(said.prior_half, said.half + said.change_half) as whole_half,
        [said.change_id, coalesce(said.prior_id, said.value_id)] as claims, false as is_signed
    from checks.budget_change as said
    union all
    select value.report_id, value.statement, value.subject, value.code, earlier.base, greatest(value.place, earlier.place), value.amount - earlier.amount, value.half + earlier.half,
        earlier.amount, earlier.half, [value.claim_id, earlier.claim_id], true
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
where growth.role = 'growth' and growth.direction in ('up', 'down')
qualify row_number() over (partition by growth.report_id, growth.claim_id order by led.place desc) = 1 -- a second one is of what is narrowed down (扣除中央基建后)
    and row_number() over (partition by growth.report_id, led.claims[1] order by growth.place) = 1;

-- shares: 占 P% of what is named, else of that total of the section of which it is true, or of the first; 占收入预算 may be of the income with or without what is carried over
create or replace macro budget_shares() as table
select
    share.report_id, share.place as instance, share.code, 100 as factor, share.amount as stated, share.half as stated_half,
    part.amount as part, part.half as part_half, whole.amount as whole, whole.half as whole_half, [share.claim_id, part.claim_id, whole.claim_id] as amount_ids
from checks.budget_claim as share
join checks.budget_claim as part
    on part.report_id = share.report_id and part.statement = share.statement and part.role in ('value', 'budget') and part.subject = share.subject and part.place < share.place
    and part.value_yuan is not null
join checks.budget_claim as whole
    on whole.report_id = share.report_id and whole.claim_id != part.claim_id and whole.role = 'value' and whole.value_yuan is not null
    and (share.base not in ('', 'unstated') or whole.section in (share.section, if(share.section = 'general_structure', 'general_budget', null)))
    and list_contains(coalesce(map_extract_value(map {
        'income': ['income_total', 'income_grand_total'], 'expenditure': ['expenditure_total', 'expenditure_grand_total'], 'basic': ['basic'],
        'overall': ['grand_total', 'income_grand_total', 'expenditure_grand_total'], 'general_structure': ['general_budget', 'fiscal_expenditure'],
        'fiscal_overall': ['fiscal_grand_total', 'fiscal_expenditure'], 'general_budget': ['general_budget'], 'government_fund': ['government_fund'],
        'income_grand_total': ['income_grand_total', 'grand_total', 'income_total'],
        'expenditure_grand_total': ['expenditure_grand_total', 'grand_total', 'expenditure_total']
    }, if(share.base in ('', 'unstated'), share.section, share.base)), [share.base]), whole.subject)
where share.role = 'share'
qualify row_number() over (
    partition by share.report_id, share.claim_id
    order by
        part.place desc,
        coalesce(may_be_percent(share.amount, share.half, part.amount, part.half, whole.amount, whole.half), false) desc,
        whole.section = share.section desc, whole.place
) = 1;
