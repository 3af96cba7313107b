-- Macros of the views of stored tables.

-- every printed number with its id and what it counts for in an identity
create or replace macro stored_numbers() as table
select report_id, number, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id,
    if(is_own, own_yuan, yuan::decimal(24, 4)) as value_yuan, if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan, bbox
from stored.amount
union all
select report_id, number, coalesce(own_id, claim_key(report_id, page, place)), claim_amount(value_yuan, value), claim_half(role, half_step_yuan, decimals), bbox
from stored.claim;

-- every term: its instance, its place in it, and the report and number of what is printed
create or replace macro stored_items() as table
select *, coalesce(term.other_id, report_id) as from_id, term.number
from (
    select report_id, identity_id, instance, code, hindrance, term_note as note, term_page as page, term_particulars as particulars, unnest(terms) as term
    from stored.instance
);

-- all terms of the instances that a printed number is a term of, in its own report and in those that can cite it
create or replace macro terms_beside(id) as table
with own_report as (
    select report_id from reading.report where report_id[:16] = id[:16]
),
citing as (
    from own_report
    union
    select report_id from checks.related_report where other_id in (from own_report)
    union
    select report_id from star.budget_text where stated_by in (from own_report)
),
asked as (
    select report_id, number from stored_numbers() where report_id in (from own_report) and amount_id = id
),
cited as (
    select distinct item.report_id, item.identity_id, item.instance
    from (select report_id, identity_id, instance, unnest(terms) as term from stored.instance where report_id in (from citing)) as item
    join asked on asked.number = item.term.number and asked.report_id = coalesce(item.term.other_id, item.report_id)
),
item as materialized (
    select kept.report_id, kept.identity_id, kept.instance, kept.hindrance, unnest(kept.terms) as term
    from stored.instance as kept
    semi join cited using (report_id, identity_id, instance)
    where kept.report_id in (from citing)
)
select
    item.identity_id, item.report_id, item.instance, if(item.term.is_total, 'total', 'part') as side, item.term.weight,
    coalesce(item.term.own_id, printed.amount_id) as amount_id, if(item.term.is_own, item.term.value_yuan, printed.value_yuan) as value_yuan, item.hindrance
from item
left join (
    from stored_numbers() where report_id in (select coalesce(term.other_id, report_id) from item)
) as printed on printed.report_id = coalesce(item.term.other_id, item.report_id) and printed.number = item.term.number;
