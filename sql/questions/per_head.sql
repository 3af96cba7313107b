-- 人均：每位居民、每个编制、每名实有人员花多少 / Per head: what a unit spent for one resident of its region, for one post, for one of its staff.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- item: 项目 / 本年支出合计 (of all funds, else of the scopes published), 人员经费 (of the general budget), “三公”经费 (final), 机关运行经费
-- spent_yuan: 支出（元） / amount, in 元
-- count: 人数 / how many heads
-- measure: 计量 / of whom: 居民 (of the whole region, by the census), 编制 (posts) or 实有人员 (staff), both as the report says them
-- stands_in: 已列于 / the measure of a row of the same item that has the amount already; amounts of rows without one add up
-- per_one_yuan: 人均（元） / amount for one head; staff by what the report says of the end of a year, residents by the census
-- region_name: 区划 / region whose residents are counted (GB/T 2260)
-- count_year: 计数年份 / year of the census; the fiscal year of the report for posts and staff
-- source: 人数来源 / where the number of residents is published; null where the report says the number
-- page: 页码 / page of the amount
-- count_page: 人数页码 / page of the number of posts or staff
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
with spent as (
    select fact.report_id, fact.scope, sum(fact.amount_yuan) as yuan, min(fact.amount_id) as amount_id
    from star.fact_expenditure as fact
    join star.report_scope as overlap on overlap.report_id = fact.report_id and overlap.scope = fact.scope and overlap.fact = 'expenditure' and overlap.held_in is null
    group by all
),
money as (
    select spent.report_id, 'expenditure_total' as item, sum(coalesce(total.amount_yuan, spent.yuan)) as yuan, min(coalesce(total.amount_id, spent.amount_id)) as amount_id
    from spent
    left join star.printed_total as total on total.report_id = spent.report_id and total.scope = spent.scope and total.fact = 'expenditure' and total.part = 'total'
    group by spent.report_id
    union all
    select fact.report_id, 'personnel', sum(fact.amount_yuan), min(fact.amount_id)
    from star.fact_basic_expenditure as fact
    join star.dim_economic as item using (economic_key)
    where fact.scope = 'general_budget' and item.class_code in ('301', '303')
    group by fact.report_id
    union all
    select report_id, 'three_public', sum(amount_yuan), min(amount_id) from star.fact_three_public where phase = 'final' and measure = 'amount' group by report_id
    union all
    select report_id, 'running_costs', arg_min(amount, place), arg_min(claim_id, place) from checks.prose_claim
    where section = 'running_costs' and subject in ('running_costs', 'expenditure_total') and role = 'value'
    group by report_id
),
head as (
    select report.report_id, 1 as place, 'residents' as measure, people.population::bigint as count, people.year as count_year, people.source, null as page
    from star.dim_report as report join star.dim_unit as unit using (unit_key) join reference.population as people on people.code = unit.region_code
    qualify row_number() over (partition by report.report_id order by people.year > report.fiscal_year, abs(people.year - report.fiscal_year)) = 1
    union all
    select staff.report_id, if(staff.kind = 'present', 2, 3), staff.kind, staff.people, report.fiscal_year, null, staff.page
    from star.stated_staff as staff join star.dim_report as report using (report_id)
)
select
    unit.unit_name, unit.level, report.fiscal_year, item.zh as item, money.yuan::decimal(20, 2) as spent_yuan, head.count, measure.zh as measure,
    lag(measure.zh) over (partition by head.report_id, money.item, report.fiscal_year, unit.unit_name order by head.place) as stands_in,
    round(money.yuan / head.count, 4)::decimal(20, 4)::decimal(20, 2) as per_one_yuan, unit.region_name, head.count_year, head.source,
    page_of(money.amount_id) as page, head.page as count_page, report.file, address_of(money.amount_id) as address
from money join head using (report_id) join star.dim_report as report using (report_id) join star.dim_unit as unit using (unit_key)
join reference.word as item on item.domain = 'subject' and item.key = money.item
join reference.word as measure on measure.domain = 'head' and measure.key = head.measure
