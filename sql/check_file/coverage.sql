-- 一份报告印出的数有多少有去向，哪些没有 / How many of a report's numbers our reading explains, and those it does not, in the order of the pages.
-- $report: report_id
-- numbers: numbers printed anywhere in it
-- format: what the file is by its content: pdf, xlsx …
-- unexplained: those that are no amount, no claim and nothing else we know, as [{page, sheet, member, text}]; sheet and member are empty in a PDF
select
    count(*) as numbers, (select format from reading.report where report_id = $report) as format,
    coalesce(list({'page': page, 'sheet': coalesce(name, ''), 'member': coalesce(member, ''), 'text': text} order by page, bbox[2], bbox[1]) filter (kind = 'unexplained'), []) as unexplained
from reading.token
left join reading.page using (report_id, page)
where report_id = $report
