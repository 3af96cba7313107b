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
