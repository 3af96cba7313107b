-- 每份报告每条勾稽关系的判断次数，存放形式 / How often each identity was judged on each report, as it lies in the file; people ask questions.findings_by_identity, a view of it.
-- report: report (stored.report)
-- identity: identity (stored.identity)
-- judged: instances judged
-- violations: of them those beyond what rounding can make
select
    report.report, identity.identity, count(*)::integer as judged, (count(*) filter (outcome.outcome = 'violation'))::integer as violations
from checks.outcome as outcome
join report_number as report using (report_id)
join identity_number as identity using (identity_id)
where outcome.outcome != 'not_evaluable'
group by report.report, identity.identity
order by report.report, identity.identity
