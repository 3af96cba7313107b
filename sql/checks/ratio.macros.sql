-- Macros that write the quotients of an identity (columns: see ratio.base.sql)

-- shares of a section: 占 P% of what fits, else of what is said, else of what the section speaks of
create or replace macro share_of(sections, usual) as table
select
    share.report_id, share.place as instance, share.code, 100 as factor, share.amount as stated, share.half as stated_half,
    part.amount as part, part.half as part_half, whole.amount as whole, whole.half as whole_half,
    list_filter([share.claim_id, part.claim_id, whole.amount_id], x -> x is not null) as amount_ids
from checks.told as share
left join checks.told as part
    on part.report_id = share.report_id and part.statement = share.statement and part.role = 'value' and part.subject = share.subject and part.place < share.place
left join whole() as whole
    on whole.report_id = share.report_id and whole.subject = coalesce(share.fitted, nullif(share.base, 'unstated'), usual)
where share.role = 'share' and list_contains(sections, share.section) and part.claim_id is not null
qualify row_number() over (
    partition by share.claim_id
    order by
        part.place desc,
        coalesce(
            100 * narrow(part.amount - part.half) <= narrow(share.amount + share.half) * narrow(whole.amount + whole.half)
            and 100 * narrow(part.amount + part.half) >= narrow(share.amount - share.half) * narrow(whole.amount - whole.half), false
        ) desc,
        whole.rank, whole.amount_id
) = 1;

-- growth: 增长 P% of the base that the change leads back to: value − change upward, value + change downward;
-- 收入总计 X，支出总计 X，各增加 …: what is said of both leads back to either of the same sentence
create or replace macro growth_of(bases) as table
with grown as (
    select growth.claim_id as growth_id, value.*, true as is_own
    from checks.told as growth
    join checks.told as value
        on value.report_id = growth.report_id and value.statement = growth.statement and value.subject = growth.subject
    where growth.role = 'growth' and value.role = 'value' and value.place < growth.place
    union all by name
    select growth.claim_id as growth_id, value.*, false as is_own
    from checks.told as growth
    join (values
        ('grand_total', 'income_grand_total'), ('grand_total', 'expenditure_grand_total'), ('fiscal_grand_total', 'fiscal_grand_total')
    ) as both_sides(subject, side) on both_sides.subject = growth.subject
    join checks.told as value
        on value.report_id = growth.report_id and value.sentence = growth.sentence and value.subject = both_sides.side
    where growth.role = 'growth' and value.role = 'value' and value.place < growth.place
)
select
    growth.report_id, growth.place as instance, growth.code, 100 as factor,
    growth.amount as stated, growth.half as stated_half, change.amount as part, change.half as part_half,
    value.amount - if(growth.direction in ('down', 'below'), -1, 1) * change.amount as whole, value.half + change.half as whole_half,
    [growth.claim_id, change.claim_id, value.claim_id] as amount_ids
from checks.told as growth
join checks.told as change
    on change.report_id = growth.report_id and change.statement = growth.statement and change.role = 'change' and change.subject = growth.subject
    and change.place < growth.place and change.base = growth.base
join grown as value on value.growth_id = growth.claim_id and value.report_id = growth.report_id
where growth.role = 'growth' and list_contains(bases, growth.base) and growth.direction in ('up', 'down', 'above', 'below')
qualify row_number() over (partition by growth.claim_id order by change.place desc, value.is_own desc, value.place desc) = 1;

-- completion: value / budget; phase: the phase the words name, or any
create or replace macro completion_of(sections, bases) as table
select
    rate.report_id, rate.place as instance, rate.code, 100 as factor, rate.amount as stated, rate.half as stated_half,
    value.amount as part, value.half as part_half, budget.amount as whole, budget.half as whole_half,
    list_filter([rate.claim_id, value.claim_id, budget.claim_id], x -> x is not null) as amount_ids
from checks.told as rate
join checks.told as value
    on value.report_id = rate.report_id and value.statement = rate.statement and value.role = 'value' and value.subject = rate.subject
join checks.told as budget
    on budget.report_id = rate.report_id and budget.statement = rate.statement and budget.role = 'budget' and budget.subject = rate.subject
    and budget.base = if(rate.base = 'unstated', coalesce(rate.fitted, budget.base), rate.base)
where rate.role = 'completion' and list_contains(sections, rate.section) and list_contains(bases, rate.base)
qualify row_number() over (partition by rate.claim_id order by budget.base = rate.base desc, value.place desc, budget.place desc) = 1;
