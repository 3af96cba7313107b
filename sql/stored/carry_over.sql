-- 结转结余的答案，存放形式 / Answer of questions.carry_over as it lies in the file, by year and unit; people ask the view of that name.
-- report: report (stored.report)
-- unit_name: unit as printed
-- level: 部门 (the money of its units is in it) or 单位
-- fiscal_year: fiscal year
-- fund: 全部资金, 财政拨款 in total, and its parts
-- last_closing_yuan: closing balance in last year's report, in 元; null where it is not in the warehouse
-- opening_adjustment_yuan: corrections of the opening balance that the report names, signed
-- opening_yuan: opening balance
-- unexplained_yuan: opening less last closing less adjustments
-- income_yuan: income of the year
-- expenditure_yuan: expenditure of the year
-- closing_yuan: closing balance
-- verdict: 衔接 (within rounding), 不衔接, or null without last year's report
-- address: id that its address leads to, after the first 16 digits of its report's; empty where that is the report
select report.report, answer.* exclude (file) replace (place_within(answer.address) as address)
from answer_carry_over as answer
join report_number as report on report.report_id[:16] = answer.address[:16]
order by answer.fiscal_year, answer.unit_name, answer.fund
