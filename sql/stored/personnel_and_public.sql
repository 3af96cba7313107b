-- 人员经费与公用经费的答案，存放形式 / Answer of questions.personnel_and_public as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- scope: scope of funds; scopes overlap and are never added
-- held_in: the wider scope that holds this money already; only rows without one add up
-- kind: 人员经费 (301, 303) or 公用经费 (all others)
-- item_code: code of the economic item
-- item: name of the economic item
-- spent_yuan: spent, in 元
-- share_percent: share of the basic expenditure of the scope
-- page: page of the PDF
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_personnel_and_public as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.scope, answer.item_code
