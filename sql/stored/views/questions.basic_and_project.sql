select
    told.unit_name, told.level, told.fiscal_year, told.scope, told.held_in, told.spent_yuan::decimal(20, 2) as spent_yuan,
    told.basic_yuan::decimal(20, 2) as basic_yuan, told.project_yuan::decimal(20, 2) as project_yuan, told.other_yuan::decimal(20, 2) as other_yuan,
    told.difference_yuan::decimal(20, 2) as difference_yuan, told.basic_difference_yuan::decimal(20, 2) as basic_difference_yuan,
    told.project_difference_yuan::decimal(20, 2) as project_difference_yuan, told.basic_percent, told.project_percent, told.page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.basic_and_project as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.scope
