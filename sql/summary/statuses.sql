-- 各状态的报告数 / The reports by status.
-- status: read, registered or quarantined
-- reports: how many
select status, count(*) as reports
from reading.report
group by status
order by status
