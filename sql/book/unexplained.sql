-- 一份报告中没有解释的数字 / The numbers of a report nothing explains.
-- $report: report_id
select page, text
from reading.token
where report_id = $report and kind = 'unexplained'
order by page, bbox[2], bbox[1]
