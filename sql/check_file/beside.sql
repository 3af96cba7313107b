-- 与一份报告相比较的上年报告 / The report of the year before that a report is compared with; none where there is none.
-- $report: report_id
-- other_id: report_id of the year before
select other_id
from checks.related_report
where report_id = $report and relation = 'prior_year'
