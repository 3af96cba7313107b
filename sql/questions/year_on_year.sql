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
select unit.unit_name, unit.level, report.fiscal_year, scope.zh as scope, coalesce(wider.zh, if(item.item_code = '合计', null, '合计')) as held_in, item.item_code, item.former_code, coalesce(class.function_name, item.item_code) as item,
    item.this_year_yuan::decimal(20, 2) as this_year_yuan, item.difference_yuan::decimal(20, 2) as difference_yuan, item.last_year_yuan::decimal(20, 2) as last_year_yuan, item.restated_yuan::decimal(20, 2) as restated_yuan,
    if(abs(item.restated_yuan - item.last_year_yuan) <= item.bound_yuan, 0, item.restated_yuan - item.last_year_yuan)::decimal(20, 2) as restatement_yuan, (item.this_year_yuan - coalesce(item.restated_yuan, item.last_year_yuan))::decimal(20, 2) as change_yuan,
    round(100 * (item.this_year_yuan - coalesce(item.restated_yuan, item.last_year_yuan)) / nullif(coalesce(item.restated_yuan, item.last_year_yuan), 0), 2) as growth_percent, report.file, address_of(item.report_id) as address
from star.item_change as item join star.dim_report as report using (report_id) join star.dim_unit as unit using (unit_key) join reference.word as scope on scope.domain = 'fund' and scope.key = item.scope
left join star.report_scope as overlap on overlap.report_id = item.report_id and overlap.scope = item.scope and overlap.fact = 'expenditure'
left join reference.word as wider on wider.domain = 'fund' and wider.key = overlap.held_in
left join star.dim_function as class on class.function_code = item.item_code and report.fiscal_year between class.valid_from and class.valid_to
