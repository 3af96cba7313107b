-- 预算完成情况：每一项预算多少、决算多少、完成百分之几 / Completion of the budget by item: what was budgeted, what was spent, and the share the report says and we work out.
-- unit_name: 单位 / unit as printed
-- fiscal_year: 年度 / fiscal year
-- item_code: 科目编码 / code of a functional item, null for others
-- item: 项目 / functional item, “三公” item or total, as the report speaks of it
-- phase: 预算口径 / which budget: 年初预算, 全年预算, or 预算 where no phase is said
-- budget_yuan: 预算（元） / budget as said, else the final amount less the change said
-- final_yuan: 决算（元） / final amount as said
-- difference_yuan: 决算减预算（元） / final less budget
-- completion_percent: 完成率（％） / final in percent of the budget; null for a budget of 0
-- stated_percent: 报告所称完成率（％） / the percentage the report says
-- reason: 报告所称原因 / the reason the report gives
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
select
    unit.unit_name, fact.fiscal_year, item.function_code as item_code, coalesce(item.function_name, subject.zh, fact.subject) as item,
    phase.zh as phase, fact.base_yuan::decimal(20, 2) as budget_yuan, fact.value_yuan::decimal(20, 2) as final_yuan,
    (fact.value_yuan - fact.base_yuan)::decimal(20, 2) as difference_yuan,
    round(100 * fact.value_yuan / nullif(fact.base_yuan, 0), 2) as completion_percent, fact.completion_percent::double as stated_percent,
    fact.reason, fact.page, report.file
from star.fact_change as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join reference.word as phase on phase.domain = 'against' and phase.key = fact.against
left join star.dim_function as item using (function_key)
left join reference.word as subject on subject.domain = 'subject' and subject.key = fact.subject
where fact.against != 'prior_year' and fact.value_yuan is not null and fact.base_yuan is not null
order by unit.unit_name, fact.fiscal_year, fact.page, fact.amount_id
