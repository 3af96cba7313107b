select
    told.unit_name, told.level, told.fiscal_year, told.running_yuan::decimal(20, 2) as running_yuan, told.public_yuan::decimal(20, 2) as public_yuan,
    told.public_difference_yuan::decimal(20, 2) as public_difference_yuan, told.last_year_yuan::decimal(20, 2) as last_year_yuan,
    told.change_yuan::decimal(20, 2) as change_yuan, told.growth_percent, told.reason, told.page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.running_costs as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year
