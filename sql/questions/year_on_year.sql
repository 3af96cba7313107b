-- 逐项同比：每一项比上年多了还是少了，上年数有没有被改过 / Year-on-year by item: this year against last, as last year's report published it and as this year's report now says it.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- held_in: 已含于 / the wider scope, or the total (合计), that holds this money already; only rows without one add up
-- item_code: 科目编码 / code of the functional item, 合计 for the total of the scope, which holds all items
-- former_code: 原科目编码 / last year's code where the classification renumbered the item
-- item: 科目 / name of the item
-- this_year_yuan: 本年（元） / this year, in 元; 0 for an item that ended; of 合计 the total printed, else the sum of the items
-- difference_yuan: 合计与各项之差（元） / total printed less the sum of the items, this year; null where no total is printed
-- last_year_yuan: 上年公布数（元） / last year as last year's report published it; 0 for a new item; null without that report
-- restated_yuan: 本年所称上年数（元） / last year as this year's report says it, or implies it by the change it says
-- restatement_yuan: 改动（元） / restated less published; 0 within the rounding of the printed decimals
-- change_yuan: 增减（元） / this year less last, on the restated base where there is one
-- growth_percent: 增减幅度（％） / change in percent of that base; null on a base of 0
-- file: 报告 / this year's report, path below raw/
-- address: 地址 / address of the report on the desk
with leaf as (
    select fact.report_id, fact.scope, item.function_code as code, fact.amount_yuan as yuan, coalesce(amount.half_step_yuan, claim.half_step_yuan) as half
    from star.fact_expenditure as fact
    join star.dim_function as item using (function_key)
    left join reading.amount as amount on amount.report_id = fact.report_id and amount.amount_id = fact.amount_id
    left join reading.claim as claim on claim.report_id = fact.report_id and claim.claim_id = fact.amount_id
),
spent as (
    select report_id, scope, code, sum(yuan) as yuan, sum(half) as half, null as difference from leaf group by all
    union all
    select leaf.report_id, leaf.scope, '合计', coalesce(max(printed.amount_yuan), sum(leaf.yuan)), coalesce(max(printed.half_step_yuan), sum(leaf.half)), max(printed.amount_yuan) - sum(leaf.yuan)
    from leaf
    left join star.printed_total as printed on printed.report_id = leaf.report_id and printed.scope = leaf.scope and printed.fact = 'expenditure' and printed.part = 'total'
    group by leaf.report_id, leaf.scope
),
last as (
    select beside.report_id, spent.scope, coalesce(next.new_code, spent.code) as code, min(next.old_code) as former_code, sum(spent.yuan) as yuan, sum(spent.half) as half
    from spent
    join checks.related_report as beside on beside.other_id = spent.report_id and beside.relation = 'prior_year'
    join star.dim_report as report on report.report_id = beside.report_id
    left join checks.successor as next on next.fiscal_year = report.fiscal_year and next.old_code = spent.code
    group by beside.report_id, spent.scope, coalesce(next.new_code, spent.code)
),
item as (
    select
        report_id, scope, code, last.former_code, coalesce(spent.yuan, 0) as this_year, spent.difference,
        coalesce(last.yuan, if((report_id, scope) in (select (report_id, scope) from last), 0, null)) as last_year,
        restated.value_yuan as restated, restated.bound_yuan + coalesce(last.half, 0) as bound
    from spent
    full join (from last semi join spent using (report_id, scope)) as last using (report_id, scope, code)
    left join (select *, coalesce(function_code, '合计') as code from star.restated) as restated using (report_id, scope, code)
)
select unit.unit_name, unit.level, report.fiscal_year, scope.zh as scope, coalesce(wider.zh, if(item.code = '合计', null, '合计')) as held_in, item.code as item_code, item.former_code, coalesce(class.function_name, item.code) as item,
    item.this_year::decimal(20, 2) as this_year_yuan, item.difference::decimal(20, 2) as difference_yuan, item.last_year::decimal(20, 2) as last_year_yuan, item.restated::decimal(20, 2) as restated_yuan,
    if(abs(item.restated - item.last_year) <= item.bound, 0, item.restated - item.last_year)::decimal(20, 2) as restatement_yuan, (item.this_year - coalesce(item.restated, item.last_year))::decimal(20, 2) as change_yuan,
    round(100 * (item.this_year - coalesce(item.restated, item.last_year)) / nullif(coalesce(item.restated, item.last_year), 0), 2) as growth_percent, report.file, address_of(item.report_id) as address
from item join star.dim_report as report using (report_id) join star.dim_unit as unit using (unit_key) join reference.word as scope on scope.domain = 'fund' and scope.key = item.scope
left join star.report_scope as overlap on overlap.report_id = item.report_id and overlap.scope = item.scope and overlap.fact = 'expenditure'
left join reference.word as wider on wider.domain = 'fund' and wider.key = overlap.held_in
left join star.dim_function as class on class.function_code = item.code and report.fiscal_year between class.valid_from and class.valid_to
where coalesce(item.restated, item.last_year) is not null
order by unit.unit_name, report.fiscal_year, item.scope, item.code
