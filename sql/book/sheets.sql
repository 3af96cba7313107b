-- 有自己名称的页：工作表、几份文件之一的页 / The pages of some reports that have a name of their own: the sheets of workbooks, pages of one of several files.
-- $reports: report_ids
-- report_id: report
-- page: page, from 1
-- sheet: its name
-- member: path of its file in an archive; empty outside of one
select report_id, page, name as sheet, member
from reading.page
where name != '' and report_id in (select unnest($reports))
