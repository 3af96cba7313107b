-- 各份报告叫什么 / What the sentence of a finding calls a report beside another one.
-- report_id: report
-- year: fiscal year
-- unit_name: unit
-- level: 部门 or 单位; '' where the report does not say
-- version: number of the published version
select report_id, fiscal_year as year, unit_name, coalesce(report.level, '') as level, version
from star.disclosure as report
join star.dim_unit using (unit_key)
