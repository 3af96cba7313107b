-- 一份报告存疑的单元格，可逐一确认 / The held cells of a report, which a person can confirm one by one (expectations/confirmed.csv).
-- $report: report_id
-- amount_id: the cell
-- page: page it is on
-- form: form key
-- name: what its row is called
-- heading: its column
-- text: as read
-- confirmed_by: who has confirmed it; then it is held no longer
select amount_id, page, form, coalesce(nullif(row_label, ''), heading) as name, heading, text, confirmed_by
from reading.amount
where report_id = $report and (is_held or confirmed_by is not null)
order by page, form, panel, row, column_number
