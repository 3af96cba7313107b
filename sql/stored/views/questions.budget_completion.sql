select
    told.unit_name, told.level, told.fiscal_year, told.origin, told.item_code, told.item, told.held_in, told.phase,
    told.budget_yuan::decimal(20, 2) as budget_yuan, told.final_yuan::decimal(20, 2) as final_yuan, told.difference_yuan::decimal(20, 2) as difference_yuan,
    told.completion_percent, told.stated_percent, told.reason, told.page, report.file, address_of(numbered.report_id[:16] || told.address) as address
from stored.budget_completion as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.page, told.address, told.phase
