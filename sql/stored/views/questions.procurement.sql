select
    told.unit_name, told.level, told.fiscal_year, told.procured_yuan::decimal(20, 2) as procured_yuan, told.goods_yuan::decimal(20, 2) as goods_yuan,
    told.works_yuan::decimal(20, 2) as works_yuan, told.services_yuan::decimal(20, 2) as services_yuan,
    told.small_firms_yuan::decimal(20, 2) as small_firms_yuan, told.small_firms_percent, told.stated_percent,
    told.micro_firms_yuan::decimal(20, 2) as micro_firms_yuan, told.micro_firms_percent, told.page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.procurement as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year
