-- 一份报告，按编号的前十六位 / One report by the first sixteen digits of its id.
-- $key: the first digits of report_id
select
    report.report_id, report.unit_key, unit.unit_name, report.fiscal_year, report.kind, report.level, report.file, report.is_current, file.page_count
from star.disclosure as report
join star.dim_unit as unit using (unit_key)
join reading.report as file on file.report_id = report.report_id
where report.report_id[:16] = $key
