-- 被隔离的读取与记录的疑点 / What of our reading is held, and what is in doubt.
-- kind: registered (a disclosure that is no final account), quarantine or doubt
-- file: path of the PDF below raw/
-- page: page; null where it is about the whole report
-- reason: why, in English
-- reason_zh: the same in Chinese
select if(status = 'registered' and scope = 'report', 'registered', 'quarantine') as kind, report.file, page, reason, reason_zh
from reading.quarantine
join reading.report on report.report_id = quarantine.sha256
union all
select 'doubt', file, page, reason, reason_zh from reading.doubt
order by all
