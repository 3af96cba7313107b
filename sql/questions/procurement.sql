-- 政府采购：采购了多少，其中给中小企业的占多少 / Procurement: what a unit bought by contract, and the share that went to small firms.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- procured_yuan: 政府采购（元） / procurement in total, in 元
-- goods_yuan: 货物（元） / of it goods
-- works_yuan: 工程（元） / of it works
-- services_yuan: 服务（元） / of it services
-- small_firms_yuan: 中小企业（元） / contracts of small and medium firms: awarded to them, or won by them in reserved and other projects
-- small_firms_percent: 中小企业占比（％） / their share, worked out
-- stated_percent: 报告所称中小企业占比（％） / their share as the report says it
-- micro_firms_yuan: 小微企业（元） / of it contracts of small and micro firms
-- micro_firms_percent: 小微企业占比（％） / their share, worked out
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
with said as ( -- by unit and year too, so that of a unit or a year its reports alone are looked at
    select
        unit.unit_name, claim.fiscal_year, claim.report_id, claim.subject, claim.role, arg_min(claim.amount, claim.place) as amount,
        arg_min(claim.claim_id, claim.place) as claim_id
    from checks.prose_claim as claim
    join star.dim_unit as unit using (unit_key)
    where claim.section = 'procurement' and claim.role in ('value', 'share')
    group by unit.unit_name, claim.fiscal_year, claim.report_id, claim.subject, claim.role
),
bought as (
    select
        unit_name, fiscal_year, report_id, max(amount) filter (role = 'value' and subject = 'procurement') as total, max(amount) filter (role = 'value' and subject = 'procurement_goods') as goods,
        max(amount) filter (role = 'value' and subject = 'procurement_works') as works, max(amount) filter (role = 'value' and subject = 'procurement_services') as services,
        coalesce(
            max(amount) filter (role = 'value' and subject = 'procurement_sme'), sum(amount) filter (role = 'value' and subject in ('won_sme_reserved', 'won_sme_other'))
        ) as small,
        max(amount) filter (role = 'value' and subject = 'procurement_micro') as micro, min(claim_id) filter (role = 'value' and subject = 'procurement') as claim_id,
        max(amount) filter (role = 'share' and subject = 'procurement_sme') as share
    from said
    group by unit_name, fiscal_year, report_id
    having bool_or(role = 'value')
)
select
    bought.unit_name, unit.level, bought.fiscal_year, bought.total::decimal(20, 2) as procured_yuan, bought.goods::decimal(20, 2) as goods_yuan,
    bought.works::decimal(20, 2) as works_yuan, bought.services::decimal(20, 2) as services_yuan,
    bought.small::decimal(20, 2) as small_firms_yuan, round(100 * bought.small / nullif(bought.total, 0), 2) as small_firms_percent,
    bought.share::double as stated_percent, bought.micro::decimal(20, 2) as micro_firms_yuan,
    round(100 * bought.micro / nullif(bought.total, 0), 2) as micro_firms_percent, page_of(bought.claim_id) as page, report.file, address_of(bought.claim_id) as address
from bought
join star.dim_report as report using (report_id)
join star.dim_unit as unit using (unit_key)
