-- Macros and tables of one connection that the SELECTs of stored tables use: numbers in the place of ids.
-- Variables: reports_before, numbers_before: the highest of both that there are already; none in a new file.

-- reports by number, and the number before those of what each prints
create or replace temp table report_number as
with counted as (
    select report_id, count(*) as times
    from (select report_id from reading.amount union all select report_id from reading.claim)
    group by report_id
)
select
    (coalesce(getvariable('reports_before'), 0) + row_number() over in_order)::integer as report, report.report_id, report.file, disclosure.fiscal_year, disclosure.unit_key,
    (coalesce(getvariable('numbers_before'), 0) + coalesce(sum(counted.times) over (in_order rows between unbounded preceding and 1 preceding), 0))::integer as before
from reading.report as report
left join star.disclosure as disclosure on disclosure.report_id = report.report_id
left join counted on counted.report_id = report.report_id
window in_order as (order by report.report_id)
order by report;

-- every printed number: its number, and what it counts for in an identity; sorted by id, so that a chunk's lie together
create or replace temp table number_in_order as
select
    printed.amount_id, (report.before + row_number() over (partition by report.report order by printed.is_claim, printed.amount_id))::integer as number,
    report.report, printed.value_yuan, printed.half_step_yuan, printed.bbox
from (
    select report_id, amount_id, false as is_claim, value_yuan, half_step_yuan, bbox from reading.amount
    union all
    select report_id, claim_id, true, claim_amount(value_yuan, value), claim_half(role, half_step_yuan, decimals), bbox from reading.claim
) as printed
join report_number as report using (report_id)
order by printed.amount_id;

-- those of them that are terms of another report's identities
create or replace temp table number_elsewhere as
from number_in_order
where amount_id in (select amount_id from checks.term where not starts_with(amount_id, left(report_id, 16)));

-- the numbers that the terms of a chunk of reports may have
create or replace temp macro numbers_due() as table
from number_in_order
where is_due(amount_id)
union all
from number_elsewhere
where not is_due(amount_id);

-- what an id of a figure says after the digits of its report; nothing of a report's own id; null of none
create or replace temp macro place_within(id) as case when contains(id, '-') then id[17:] when id is not null then '' end;

-- identities by number
create or replace temp table identity_number as
select (row_number() over (order by identity_id))::smallint as identity, identity_id
from reference.identity
order by identity;
