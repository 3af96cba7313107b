-- Macro of the extent: the forms of every report, whether read or not, and the sections of its prose, with the numbers read there.
create or replace macro printed_places() as table
with printed_form as (
    select
        status.report_id, status.form, null as section, status.status, count(amount.report_id) as numbers,
        count(amount.report_id) filter (amount.is_held) as held, coalesce(duty.duty, 'tables') as duty
    from checks.form_status as status
    left join (select report_id, form, is_held from reading.amount where shows_number(mark) and is_due(report_id)) as amount
        on amount.report_id = status.report_id and amount.form = status.form
    left join reference.duty as duty on duty.about = 'form' and duty.key = status.form
    where status.status not in ('not in this table set', 'no tables') and is_due(status.report_id)
    group by status.report_id, status.form, status.status, duty.duty
),
printed_section as (
    select
        claim.report_id, null as form, claim.section, null as status, count(claim.value) as numbers,
        count(*) filter (len(claim.doubts) > 0) as held, coalesce(duty.duty, 'prose') as duty
    from reading.claim as claim
    join star.disclosure as report using (report_id)
    left join reference.duty as duty on duty.about = 'section' and duty.key = claim.section
    where report.is_current and is_due(claim.report_id)
    group by claim.report_id, claim.section, duty.duty
)
from printed_form
union all by name
from printed_section;
