-- 功能分类支出：每个单位每年在每个功能科目上花了多少 / Spending by function and year: what a unit spent on each functional item in each year.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- held_in: 已含于 / the wider scope that holds this money already; only rows without one add up
-- class_code: 类编码 / code of the 类
-- class_name: 类 / name of the 类
-- function_code: 科目编码 / code of the item
-- function_name: 科目 / name of the item
-- spent_yuan: 支出（元） / spent, in 元
-- basic_yuan: 基本支出（元） / of it basic expenditure; null where the row is not split
-- project_yuan: 项目支出（元） / of it project expenditure; null where the row is not split
-- share_percent: 占同范围支出（％） / share of the unit's spending of the year and scope
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the first of its figures on the desk
select
    unit.unit_name, unit.level, fact.fiscal_year, scope.zh as scope, wider.zh as held_in, item.class_code, class.function_name as class_name, item.function_code,
    item.function_name, sum(fact.amount_yuan)::decimal(20, 2) as spent_yuan,
    if(bool_or(fact.nature = 'unsplit' and fact.amount_yuan != 0), null, sum(if(fact.nature = 'basic', fact.amount_yuan, 0)))::decimal(20, 2) as basic_yuan,
    if(bool_or(fact.nature = 'unsplit' and fact.amount_yuan != 0), null, sum(if(fact.nature = 'project', fact.amount_yuan, 0)))::decimal(20, 2) as project_yuan,
    round(100 * sum(fact.amount_yuan) / nullif(coalesce(max(total.amount_yuan), sum(sum(fact.amount_yuan)) over (partition by fact.report_id, fact.scope, fact.fiscal_year, unit.unit_name)), 0), 2) as share_percent,
    min(page_of(fact.amount_id)) as page, report.file, address_of(min(fact.amount_id)) as address
from star.fact_expenditure as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join star.dim_function as item using (function_key)
join reference.word as scope on scope.domain = 'fund' and scope.key = fact.scope
join star.report_scope as overlap on overlap.report_id = fact.report_id and overlap.scope = fact.scope and overlap.fact = 'expenditure'
left join reference.word as wider on wider.domain = 'fund' and wider.key = overlap.held_in
left join star.printed_total as total
    on total.report_id = fact.report_id and total.scope = fact.scope and total.fact = 'expenditure' and total.part = 'total'
left join star.dim_function as class
    on class.function_code = item.class_code and fact.fiscal_year between class.valid_from and class.valid_to
group by
    fact.report_id, unit.unit_name, unit.level, fact.fiscal_year, fact.scope, scope.zh, wider.zh, item.class_code, class.function_name, item.function_code,
    item.function_name, report.file
