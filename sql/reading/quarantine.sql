-- 隔离区：我们不敢确认的读取，附原因，不进入星型库 / Readings we are not sure of, with the reason, kept outside the star.
-- file: path below raw/
-- sha256: SHA-256 of its bytes (report_id)
-- scope: report, table, column, row or cell; page for numbers of the running text; gap where pages are missing or out of order
-- page: page it is about, where one is
-- form: form it is about, where one is
-- reason: one sentence, in English
-- reason_zh: the same in Chinese
-- detail: what was printed there
-- remedy: what a person can do, in English
-- remedy_zh: the same in Chinese
select
    report.file, report.report_id as sha256, doubt.scope, doubt.page, doubt.form, doubt.reason, doubt.reason_zh, doubt.detail,
    doubt.remedy, doubt.remedy_zh
from (select report_id, unnest(doubts, max_depth := 2) from reading.shelf) as doubt
join reading.report as report using (report_id)
where held
