select
    told.unit_name, told.level, told.fiscal_year, told.place, told.against, told.item_code, told.item, told.base_yuan::decimal(20, 2) as base_yuan,
    told.value_yuan::decimal(20, 2) as value_yuan, told.change_yuan::decimal(20, 2) as change_yuan, told.growth_percent, told.reason, told.page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.largest_changes as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.against, told.place, told.address
