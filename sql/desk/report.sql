-- 一份报告，按编号的前十六位 / One report by the first sixteen digits of its id.
-- $key: the first digits of report_id
select report.report_id, report.unit_key, unit.unit_name, report.fiscal_year, 'final' as kind, report.level, report.file, report.is_current, report.page_count
from star.dim_report as report
join star.dim_unit as unit using (unit_key)
where report.report_id[:16] = $key
union all
select report_id, unit_key, unit_name, fiscal_year, 'budget', level, file, is_current, page_count from star.dim_budget where report_id[:16] = $key
