-- 一份报告读到的每一个格 / Every cell of a report's forms as read.
-- $report: report_id
select amount_id, form, panel, row, column_number, page, row_label, code, heading, text, mark, is_held
from reading.amount
where report_id = $report
order by form, panel, row, column_number, page
