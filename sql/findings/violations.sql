-- 一批报告的不符 / The violations of some reports.
-- $reports: reports
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- severity: fatal, error, warning or info
select report_id, identity_id, instance, severity
from checks.violation
where report_id in (select unnest($reports))
order by all
