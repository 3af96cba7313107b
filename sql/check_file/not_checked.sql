-- 读取存疑、未作检查之处 / What our reading is not sure of, and so was not judged.
-- page: page; null where it is about the whole report
-- sheet: what the page is called: a sheet; empty in a PDF
-- member: path of its file in an archive; empty outside of one
-- reason: why, in English
-- reason_zh: the same in Chinese
-- remedy: what a person can do, in English
-- remedy_zh: the same in Chinese
select quarantine.page, coalesce(page.name, '') as sheet, coalesce(page.member, '') as member, reason, reason_zh, remedy, remedy_zh
from reading.quarantine as quarantine
left join reading.page as page on page.report_id = quarantine.sha256 and page.page = quarantine.page
order by all
