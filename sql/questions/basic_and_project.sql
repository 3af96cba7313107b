-- 基本支出与项目支出：维持运转花了多少，做项目花了多少 / Basic against project expenditure: what a unit spent to run itself and what on projects; totals as the report prints them.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- held_in: 已含于 / the wider scope that holds this money already; only rows without one add up
-- spent_yuan: 支出合计（元） / spent, in 元: the total printed, else the sum of the items
-- basic_yuan: 基本支出（元） / basic expenditure, likewise; null, as the columns below, where the report does not split
-- project_yuan: 项目支出（元） / project expenditure, likewise
-- other_yuan: 其他支出（元） / remitted to superiors, business, subsidies to units, likewise
-- difference_yuan: 合计与各项之差（元） / total printed less the sum of the items; null where no total is printed
-- basic_difference_yuan: 基本支出与各项之差（元） / the same of basic expenditure
-- project_difference_yuan: 项目支出与各项之差（元） / the same of project expenditure
-- basic_percent: 基本支出占比（％） / share of basic expenditure; null where the form prints less in total than in its parts
-- project_percent: 项目支出占比（％） / share of project expenditure
-- page: 页码 / first page of the form or claim
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the first of its figures on the desk
with leaf as (
    select fact.report_id, fact.scope, fact.nature, sum(fact.amount_yuan) as yuan, min(page_of(fact.amount_id)) as page, min(fact.amount_id) as amount_id
    from star.fact_expenditure as fact
    group by all
),
printed as (select report_id, scope, part, amount_yuan as yuan from star.printed_total where fact = 'expenditure'),
item as (
    select
        leaf.report_id, leaf.scope, min(leaf.page) as page, min(leaf.amount_id) as amount_id, sum(leaf.yuan) as spent, coalesce(max(leaf.yuan) filter (nature = 'unsplit') != 0, false) as is_unsplit,
        coalesce(sum(leaf.yuan) filter (nature = 'basic'), 0) as basic, coalesce(sum(leaf.yuan) filter (nature = 'project'), 0) as project,
        coalesce(sum(coalesce(printed.yuan, leaf.yuan)) filter (nature not in ('basic', 'project', 'unsplit')), 0) as other
    from leaf
    left join printed on printed.report_id = leaf.report_id and printed.scope = leaf.scope and printed.part = leaf.nature
    group by leaf.report_id, leaf.scope
)
select
    unit.unit_name, unit.level, report.fiscal_year, scope.zh as scope, wider.zh as held_in, coalesce(total.yuan, item.spent)::decimal(20, 2) as spent_yuan,
    coalesce(basic.yuan, if(is_unsplit, null, item.basic))::decimal(20, 2) as basic_yuan, coalesce(project.yuan, if(is_unsplit, null, item.project))::decimal(20, 2) as project_yuan,
    if(is_unsplit, null, item.other)::decimal(20, 2) as other_yuan, (total.yuan - item.spent)::decimal(20, 2) as difference_yuan,
    if(is_unsplit, null, basic.yuan - item.basic)::decimal(20, 2) as basic_difference_yuan, if(is_unsplit, null, project.yuan - item.project)::decimal(20, 2) as project_difference_yuan,
    if(basic_yuan > spent_yuan, null, round(100 * basic_yuan / nullif(spent_yuan, 0), 2)) as basic_percent,
    if(project_yuan > spent_yuan, null, round(100 * project_yuan / nullif(spent_yuan, 0), 2)) as project_percent, item.page, report.file, address_of(item.amount_id) as address
from item
join star.dim_report as report using (report_id)
join star.dim_unit as unit using (unit_key)
join star.report_scope as overlap on overlap.report_id = item.report_id and overlap.scope = item.scope and overlap.fact = 'expenditure'
join reference.word as scope on scope.domain = 'fund' and scope.key = item.scope
left join reference.word as wider on wider.domain = 'fund' and wider.key = overlap.held_in
left join printed as total on total.report_id = item.report_id and total.scope = item.scope and total.part = 'total'
left join printed as basic on basic.report_id = item.report_id and basic.scope = item.scope and basic.part = 'basic'
left join printed as project on project.report_id = item.report_id and project.scope = item.scope and project.part = 'project'
