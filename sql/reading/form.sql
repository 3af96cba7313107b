-- 识别出的决算表 / Statutory tables recognized in each report.
-- report_id: report
-- form: form key (T1–T9, U4, U6, B5, B9, B12, B13)
-- title: title as printed, without quotes and unit; empty where the form is left out and the prose says there is nothing
-- unit: money unit printed at the table (元, 万元)
-- pages: pages it stands on
-- status: filled, declared_empty (a note says 本表无数据), empty (blank without a note)
select report.report_id, form.form, form.title, form.unit, form.pages, form.status
from reading.report
join reading.shelf on shelf.filename = report.reading_path, unnest(shelf.forms) as forms(form)
