-- 一份报告中没有勾稽关系判断的数，按页 / The printed numbers of a report that no identity judges, by page.
-- $report: report_id
-- page: page
-- sheet: what the page is called: a sheet; empty in a PDF
-- member: path of its file in an archive; empty outside of one
-- form: form; null for a number of the prose
-- section: section of the prose; null for a cell
-- name: row of the cell, or what the number of the prose is about
-- part: column of the cell, or role of the number in the prose
-- text: number as printed
-- counted_in: its unit
-- reason: why it is not judged
select page, coalesce(named.name, '') as sheet, coalesce(named.member, '') as member, form, section, unjudged.name, part, text, coalesce(counted_in, '') as counted_in, reason
from checks.unjudged as unjudged
left join reading.page as named using (report_id, page)
where report_id = $report
order by page, amount_id
