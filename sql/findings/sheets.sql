-- 有自己名称的页：工作表、几份文件之一的页 / Pages with a name of their own: the sheets of workbooks, pages of one of several files.
-- report_id: report
-- page: page, from 1
-- sheet: its name
-- member: path of its file in an archive; empty outside of one
select report_id, page, name as sheet, member
from reading.page
where name != ''
