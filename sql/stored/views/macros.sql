-- Macros of the views of stored tables.

-- every printed number with its id and what it counts for in an identity
create or replace macro stored_numbers() as table
select
    report_id, number, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id,
    if(is_own, own_yuan, in_yuan(text, counted_in)) as value_yuan,
    if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan, bbox
from stored.amount
union all
select
    report_id, number, coalesce(own_id, claim_key(report_id, page, place)),
    claim_amount(if(is_own, own_yuan, in_yuan(text, counted_in)), if(is_own, own_value, number_of(text))),
    claim_half(role, if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)), decimals), bbox
from stored.claim;

-- every instance, with the ids of its report and its identity
create or replace macro stored_instances() as table
select instance.* exclude (report, identity), report.report_id, report.fiscal_year, report.unit_key, identity.identity_id
from stored.instance as instance
join stored.report as report using (report)
join stored.identity as identity using (identity);

-- every term told in full: its instance, its side and weight, the number of what is printed, what it counts for where that is not the number's
create or replace macro stored_others() as table
select
    report_id, identity_id, instance, code, hindrance, term_note as note, term_page as page, term_particulars as particulars, other.is_total, other.weight,
    other.number, other.own_id, other.is_own, other.value_yuan, other.half_step_yuan
from (select *, unnest(others) as other from stored_instances());

-- every term
create or replace macro stored_items() as table
select
    report_id, identity_id, instance, code, hindrance, term_note as note, term_page as page, term_particulars as particulars, true as is_total, 1 as weight,
    total as number, null as own_id, false as is_own, null as value_yuan, null as half_step_yuan
from stored_instances()
where total is not null
union all
select
    report_id, identity_id, instance, code, hindrance, term_note, term_page, term_particulars, false, 1, unnest(parts), null, false, null, null
from stored_instances()
union all
from stored_others();

-- every report with what the rows of its answers tell of it: its file, its own address, that of its figures before what their ids say behind the report
create or replace macro reports_told() as table
select numbered.report, told.file, address_of('') || numbered.report_id[:16] as own_address, rtrim(address_of('-'), '-') || numbered.report_id[:16] as address
from stored.report as numbered
left join star.disclosure as told using (report_id);
