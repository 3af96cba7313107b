-- 一份报告，按编号的前十六位 / One report by the first sixteen digits of its id.
-- $key: the first digits of report_id
select
    report.report_id, report.unit_key, unit.unit_name, report.fiscal_year, report.kind, report.level, report.file, report.is_current, file.format, file.page_count,
    (
        select coalesce(list(distinct extent.form order by extent.form), []) from checks.extent as extent
        where extent.report_id = report.report_id and extent.status = 'in doubt' and extent.form is not null
    ) as unread,
    share.numbers, share.judged, share.unjudged, share.judged_percent
from star.disclosure as report
join star.dim_unit as unit using (unit_key)
join reading.report as file on file.report_id = report.report_id
left join questions.judged_share as share on share.address = address_of(report.report_id)
where report.report_id[:16] = $key
