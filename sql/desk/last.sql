-- 报告的最大号 / The highest number of a report.
select coalesce(max(report), 0) as last
from stored.report
