-- 被隔离的读取与记录的疑点 / What of our reading is held, and what is in doubt.
-- kind: registered (a disclosure that is no final account), quarantine or doubt
-- file: path of the PDF below raw/
-- page: page; null where it is about the whole report
-- sheet: what the page is called: a sheet; empty in a PDF
-- member: path of its file in an archive; empty outside of one
-- reason: why, in English
-- reason_zh: the same in Chinese
with held as (
    select if(status = 'registered' and scope = 'report', 'registered', 'quarantine') as kind, report.report_id, report.file, page, reason, reason_zh
    from reading.quarantine
    join reading.report on report.report_id = quarantine.sha256
    union all
    select 'doubt', report_id, file, page, reason, reason_zh from reading.doubt
)
select kind, file, held.page, coalesce(page.name, '') as sheet, coalesce(page.member, '') as member, reason, reason_zh
from held
left join reading.page as page on page.report_id = held.report_id and page.page = held.page
order by all
