-- 一份报告的各表，按印刷次序 / The forms of a report, found or missing, as they are printed; those that are not found come last.
-- $report: report_id
select status.form, status.status, form.title, form.counted_in, form.pages
from (
    select form, status from checks.form_status where report_id = $report
    union
    select form, status from reading.form where report_id = $report and form not in (select form from checks.form_status where report_id = $report)
) as status
left join reading.form as form on form.report_id = $report and form.form = status.form
where status.status != 'not in this table set'
order by form.pages[1] nulls last, status.form
