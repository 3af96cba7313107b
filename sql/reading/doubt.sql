-- 记录在案的疑点（数据仍在库中） / Recorded doubts: noted, while the data stay in the star.
-- file: path below raw/
-- report_id: report
-- scope: report, identity (another unit or year is named) or row
-- page: page it is about, where one is
-- form: form it is about, where one is
-- reason: one sentence, in English
-- reason_zh: the same in Chinese
-- detail: what was printed there
-- remedy: what a person can do, in English
-- remedy_zh: the same in Chinese
select
    report.file, report.report_id, doubt.scope, doubt.page, doubt.form, doubt.reason, doubt.reason_zh, doubt.detail, doubt.remedy,
    doubt.remedy_zh
from (select report_id, unnest(doubts, max_depth := 2) from reading.shelf) as doubt
join reading.report as report using (report_id)
where not held
