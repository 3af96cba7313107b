-- 与一份报告相比较的上年报告，或决算当年的预算 / The report of the year before that a report is compared with, or a final account's budget; none where there is none.
-- $report: report_id
-- other_id: report_id of the year before
select other_id
from checks.related_report
where report_id = $report and relation in ('prior_year', 'budget')
