-- 未进入星型库的文件及原因 / Files that are not in the star, with the reason.
select
    report.file, report.status, report.unit_name, report.fiscal_year, report.kind, report.page_count, held.page, held.reason, held.reason_zh,
    held.remedy
from reading.report
left join reading.quarantine as held on held.sha256 = report.report_id
where report.status != 'read' and report.report_id not in (select report_id from star.disclosure where is_current)
order by report.file, held.page nulls first, held.reason
