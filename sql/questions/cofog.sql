-- 按职能比较：把功能分类归到 COFOG 各部门，跨地区、跨国可比 / Comparison by COFOG division: spending by the divisions nations compare with.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- held_in: 已含于 / the wider scope that holds this money already; only rows without one add up
-- division: COFOG部门 / division 01 to 10; null where the 类 has none, or none is printed
-- division_name: COFOG部门名称 / its name
-- spent_yuan: 支出（元） / spent, in 元
-- share_percent: 占同范围支出（％） / share of the unit's spending of the year and scope
-- classes: 所含功能分类 / the 类 it is made of
-- file: 报告 / report, path below raw/
-- address: 地址 / address of the report on the desk
select
    unit.unit_name, unit.level, fact.fiscal_year, scope.zh as scope, wider.zh as held_in, item.cofog_division as division, division.zh as division_name,
    sum(fact.amount_yuan)::decimal(20, 2) as spent_yuan,
    round(100 * sum(fact.amount_yuan) / nullif(coalesce(max(total.amount_yuan), sum(sum(fact.amount_yuan)) over (partition by fact.report_id, fact.scope, fact.fiscal_year, unit.unit_name)), 0), 2) as share_percent,
    string_agg(distinct class.function_name, '、' order by class.function_name) as classes, report.file, address_of(fact.report_id) as address
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
left join reference.word as division on division.domain = 'cofog' and division.key = item.cofog_division
group by fact.report_id, unit.unit_name, unit.level, fact.fiscal_year, fact.scope, scope.zh, wider.zh, item.cofog_division, division.zh, report.file
