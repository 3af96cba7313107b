-- 机关运行经费：每个单位每年的机关运行经费及其变动 / Running costs per unit: 机关运行经费 of each unit and year as its report says them, with last year's and the reason of the change.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- running_yuan: 机关运行经费（元） / running costs, in 元
-- public_yuan: 一般公共预算公用经费（元） / 公用经费 of the basic expenditure (T6), which running costs are part of: the total printed, else the sum of the items
-- public_difference_yuan: 公用经费与各项之差（元） / total printed less the sum of the items; null where no total is printed
-- last_year_yuan: 上年数（元） / last year's, as this report says it or implies it
-- change_yuan: 增减（元） / change, signed
-- growth_percent: 增减幅度（％） / change in percent of last year's; null on a base of 0
-- reason: 报告所称原因 / the reason the report gives
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
with said as (
    select claim.*, unit.unit_name, unit.level
    from checks.prose_claim as claim
    join star.dim_unit as unit using (unit_key)
    where claim.section = 'running_costs' and claim.subject in ('running_costs', 'expenditure_total') and claim.role = 'value'
    qualify row_number() over (partition by claim.report_id, claim.fiscal_year, unit.unit_name order by claim.place) = 1
),
change as (
    select *
    from star.fact_change
    where section = 'running_costs' and subject in ('running_costs', 'expenditure_total') and against = 'prior_year'
    qualify row_number() over (partition by report_id order by amount_id) = 1
),
public as (
    select fact.report_id, sum(fact.amount_yuan) as yuan
    from star.fact_basic_expenditure as fact
    join star.dim_economic as item using (economic_key)
    where fact.scope = 'general_budget' and item.class_code not in ('301', '303')
    group by fact.report_id
)
select
    said.unit_name, said.level, said.fiscal_year, said.amount::decimal(20, 2) as running_yuan, coalesce(printed.amount_yuan, public.yuan)::decimal(20, 2) as public_yuan,
    (printed.amount_yuan - public.yuan)::decimal(20, 2) as public_difference_yuan,
    change.base_yuan::decimal(20, 2) as last_year_yuan, change.change_yuan::decimal(20, 2) as change_yuan,
    round(100 * change.change_yuan / nullif(change.base_yuan, 0), 2) as growth_percent, change.reason, page_of(said.claim_id) as page, report.file, address_of(said.claim_id) as address
from said
join star.dim_report as report on report.report_id = said.report_id
left join public on public.report_id = said.report_id
left join star.printed_total as printed
    on printed.report_id = said.report_id and printed.fact = 'basic_expenditure' and printed.scope = 'general_budget' and printed.part = 'public'
left join change on change.report_id = said.report_id
