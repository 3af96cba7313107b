-- 所读的各份报告 / The reports that were read.
-- report_id: report
-- unit_name: unit
-- fiscal_year: fiscal year
-- level: 部门 or 单位
select report_id, unit_name, fiscal_year, coalesce(level, '—') as level
from reading.report
order by all
