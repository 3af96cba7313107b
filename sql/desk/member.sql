-- 归档中的文件与其中的页 / The file of an archive that a page of a report is in, and its number there.
-- $report: report_id
-- $page: page, from 1
-- member: path of its file in the archive; empty outside of one
-- own: number of the page in that file, from 1
select page.member, page.page - min(other.page) + 1 as own
from reading.page as page
join reading.page as other on other.report_id = page.report_id and other.member = page.member
where page.report_id = $report and page.page = $page
group by page.member, page.page
