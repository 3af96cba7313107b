-- 一份报告印出的数有多少有去向，哪些没有 / How many of a report's numbers our reading explains, and those it does not, in the order of the pages.
-- $report: report_id
-- numbers: numbers printed anywhere in it
-- unexplained: those that are no amount, no claim and nothing else we know, as [{page, text}]
select
    count(*) as numbers,
    coalesce(list({'page': page, 'text': text} order by page, bbox[2], bbox[1]) filter (kind = 'unexplained'), []) as unexplained
from reading.token
where report_id = $report
