-- 有不符的报告 / The reports with a violation, ordered.
-- report_id: report
select distinct report_id
from checks.outcome
where outcome = 'violation'
order by report_id
