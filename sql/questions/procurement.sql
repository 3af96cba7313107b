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
with said as (
    select report_id, subject, role, arg_min(amount, place) as amount, arg_min(claim_id, place) as claim_id
    from checks.prose_claim
    where section = 'procurement' and role in ('value', 'share')
    group by report_id, subject, role
),
bought as (
    select
        report_id, max(amount) filter (subject = 'procurement') as total, max(amount) filter (subject = 'procurement_goods') as goods,
        max(amount) filter (subject = 'procurement_works') as works, max(amount) filter (subject = 'procurement_services') as services,
        coalesce(
            max(amount) filter (subject = 'procurement_sme'), sum(amount) filter (subject in ('won_sme_reserved', 'won_sme_other'))
        ) as small,
        max(amount) filter (subject = 'procurement_micro') as micro, min(claim_id) filter (subject = 'procurement') as claim_id
    from said
    where role = 'value'
    group by report_id
)
select
    unit.unit_name, unit.level, report.fiscal_year, bought.total::decimal(20, 2) as procured_yuan, bought.goods::decimal(20, 2) as goods_yuan,
    bought.works::decimal(20, 2) as works_yuan, bought.services::decimal(20, 2) as services_yuan,
    bought.small::decimal(20, 2) as small_firms_yuan, round(100 * bought.small / nullif(bought.total, 0), 2) as small_firms_percent,
    share.amount::double as stated_percent, bought.micro::decimal(20, 2) as micro_firms_yuan,
    round(100 * bought.micro / nullif(bought.total, 0), 2) as micro_firms_percent, claim.page, report.file, address_of(bought.claim_id) as address
from bought
join star.dim_report as report using (report_id)
join star.dim_unit as unit using (unit_key)
left join said as share on share.report_id = bought.report_id and share.subject = 'procurement_sme' and share.role = 'share'
left join reading.claim as claim on claim.report_id = bought.report_id and claim.claim_id = bought.claim_id
order by unit.unit_name, report.fiscal_year
