-- Macros that write the quotients of an identity (columns: see ratio.base.sql)

-- shares of a section: 占 P% of what fits, else of what is said, else of what the section speaks of
create or replace macro share_of(sections, usual) as table
select
    share.report_id, share.place as instance, share.code, 100 as factor, share.amount as stated, share.half as stated_half,
    part.amount as part, part.half as part_half, whole.amount as whole, whole.half as whole_half,
    list_filter([share.claim_id, part.claim_id, whole.amount_id], lambda x: x is not null) as amount_ids
from checks.prose_claim as share
left join checks.prose_claim as part
    on part.report_id = share.report_id and part.statement = share.statement and part.role = 'value' and part.subject = share.subject and part.place < share.place
left join whole() as whole
    on whole.report_id = share.report_id and whole.subject = coalesce(share.fitted, nullif(share.base, 'unstated'), usual)
where share.role = 'share' and list_contains(sections, share.section) and part.claim_id is not null
    and not (share.fitted is null and share.base = 'unstated' and share.subject = usual) -- of what is not known, as it is not of itself
qualify row_number() over (
    partition by share.claim_id
    order by
        part.place desc,
        coalesce(may_be_percent(share.amount, share.half, part.amount, part.half, whole.amount, whole.half), false) desc,
        whole.rank, whole.amount_id
) = 1;

-- completion: value / budget; phase: the phase the words name, or any; 支出预算 X … 完成调整后预算的 P% is of X where no 全年预算 is named,
-- 完成年初预算的 P% where no phase is named anywhere
create or replace macro completion_of(sections, bases) as table
select
    rate.report_id, rate.place as instance, rate.code, 100 as factor, rate.amount as stated, rate.half as stated_half,
    value.amount as part, value.half as part_half, budget.amount as whole, budget.half as whole_half,
    list_filter([rate.claim_id, value.claim_id, budget.claim_id], lambda x: x is not null) as amount_ids
from checks.prose_claim as rate
join checks.prose_claim as value
    on value.report_id = rate.report_id and value.statement = rate.statement and value.role = 'value' and value.subject = rate.subject
join checks.prose_claim as budget
    on budget.report_id = rate.report_id and budget.statement = rate.statement and budget.role = 'budget' and budget.subject = rate.subject
    and (
        budget.base = if(rate.base = 'unstated', coalesce(rate.fitted, budget.base), rate.base) or budget.base = 'unstated' and (
            rate.base = 'annual' or rate.base = 'initial' and not exists (
                from checks.prose_claim as other
                where other.report_id = rate.report_id and other.subject = rate.subject and other.role = 'budget' and other.base in ('initial', 'annual')
            )
        )
    )
where rate.role = 'completion' and list_contains(sections, rate.section) and list_contains(bases, rate.base)
qualify row_number() over (partition by rate.claim_id order by budget.base = rate.base desc, value.place desc, budget.place desc) = 1;

-- share of several amounts together, of the total told with them, where none of them prints its own: else it is the sum of those
create or replace macro share_of_listed_amounts(s) as table
select
    report_id, concat_ws(' ', '几项合计', place) as instance, null::varchar as code, 100 as factor, any_value(together) as stated, any_value(together_half) as stated_half,
    sum(amount) filter (not is_total) as part, sum(half) filter (not is_total) as part_half, sum(amount) filter (is_total) as whole, sum(half) filter (is_total) as whole_half,
    list_prepend(listed_id, list(claim_id order by claim_id)) as amount_ids
from checks.listed_amount
where section = s and told_as = 'share' and listed_id not in (
    select part.listed_id
    from checks.listed_amount as part
    join checks.prose_claim as share on share.report_id = part.report_id and share.statement = part.statement and share.role = 'share'
    where not part.is_total
)
group by report_id, listed_id, place;
