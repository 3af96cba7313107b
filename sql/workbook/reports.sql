-- 报告 / Reports: the PDFs the figures come from, with SHA-256.
select
    report.fiscal_year as "年度", unit.unit_name as "单位", report.version as "版本", if(report.is_current, '是', '否') as "现行",
    report.page_count as "页数", report.token_count as "印出的数（个）", report.explained_share as "已解释的份额", report.file as "文件",
    report.report_id as "SHA-256", address_of(report.report_id) as "地址"
from star.dim_report as report
join star.dim_unit as unit using (unit_key)
order by report.fiscal_year desc, unit.region_code nulls last, unit.unit_name, report.version
