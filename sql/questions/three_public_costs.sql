-- 三公经费单价：每辆车、每位来客、每人次出国花多少 / Three public expenses per vehicle, guest and traveller: what one of each cost.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- item: 项目 / “三公” item
-- spent_yuan: 决算（元） / final amount, in 元
-- count: 数量 / how many as the report counts them; foreign guests that it counts apart are not among them
-- measure: 计量 / of what: 辆 (kept at the year's end, or bought), 人次, 批次, 团组
-- stands_in: 已列于 / the measure of a row of the same item that has the amount already; amounts of rows without one add up
-- per_one_yuan: 单价（元） / amount for one of them; null for none
-- stated_yuan: 报告所称单价（元） / mean the report says (车均 …), in 元
-- page: 页码 / page of the amount
-- count_page: 数量页码 / page of the count
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
with measured(measure, zh) as (values ('vehicles', '辆'), ('persons', '人次'), ('batches', '批次'), ('groups', '团组')),
mean as (
    select fact.report_id, fact.subject as category, 'vehicles' as measure, min(fact.amount_yuan) as yuan
    from star.fact_claim as fact
    where fact.section = 'three_public' and fact.role = 'mean' and fact.subject in ('running', 'purchase') and not fact.is_doubtful
    group by all
)
select
    unit.unit_name, unit.level, counted.fiscal_year, item.zh as item, spent.amount_yuan::decimal(20, 2) as spent_yuan, counted.count::bigint as count,
    measured.zh as measure, lag(measured.zh) over (partition by counted.report_id, counted.category, counted.fiscal_year, unit.unit_name order by counted.measure) as stands_in,
    round(spent.amount_yuan / nullif(counted.count, 0), 4)::decimal(20, 4)::decimal(20, 2) as per_one_yuan, mean.yuan::decimal(20, 2) as stated_yuan,
    page_of(spent.amount_id) as page, page_of(counted.amount_id) as count_page, report.file, address_of(spent.amount_id) as address
from star.fact_three_public as counted
join star.fact_three_public as spent
    on spent.report_id = counted.report_id and spent.category = counted.category and spent.phase = 'final' and spent.measure = 'amount'
join measured on measured.measure = counted.measure
join star.dim_unit as unit on unit.unit_key = counted.unit_key
join star.dim_report as report on report.report_id = counted.report_id
join reference.word as item on item.domain = 'public' and item.key = counted.category
left join mean on mean.report_id = counted.report_id and mean.category = counted.category and mean.measure = counted.measure
where counted.measure != 'amount'
