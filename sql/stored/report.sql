-- 报告编号，存放形式 / Reports as the rows of stored tables name them: by number.
-- report: number
-- report_id: report
-- fiscal_year: fiscal year; null for a report that is not judged
-- unit_key: unit; likewise
select report, report_id, fiscal_year, unit_key
from report_number
order by report
