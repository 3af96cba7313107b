-- 人员经费与公用经费：基本支出花在人身上多少、花在办公上多少 / Personnel and public costs: what basic expenditure was spent on, by economic item.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- held_in: 已含于 / the wider scope that holds this money already; only rows without one add up
-- kind: 类别 / 人员经费 (301, 303) or 公用经费 (all others)
-- item_code: 经济科目编码 / code of the economic item
-- item: 经济科目 / name of the economic item
-- spent_yuan: 支出（元） / spent, in 元
-- share_percent: 占基本支出（％） / share of the basic expenditure of the scope
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
select
    unit.unit_name, unit.level, fact.fiscal_year, scope.zh as scope, wider.zh as held_in, kind.zh as kind, item.economic_code as item_code, item.economic_name as item,
    fact.amount_yuan::decimal(20, 2) as spent_yuan,
    round(100 * fact.amount_yuan / nullif(sum(fact.amount_yuan) over (partition by fact.report_id, fact.scope, fact.fiscal_year, unit.unit_name), 0), 2) as share_percent,
    page_of(fact.amount_id) as page, report.file, address_of(fact.amount_id) as address
from star.fact_basic_expenditure as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join star.dim_economic as item using (economic_key)
join reference.word as scope on scope.domain = 'fund' and scope.key = fact.scope
join star.report_scope as overlap on overlap.report_id = fact.report_id and overlap.scope = fact.scope and overlap.fact = 'basic_expenditure'
left join reference.word as wider on wider.domain = 'fund' and wider.key = overlap.held_in
join reference.word as kind on kind.domain = 'subject' and kind.key = if(item.class_code in ('301', '303'), 'personnel', 'public')
where fact.amount_yuan != 0
