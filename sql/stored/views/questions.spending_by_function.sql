select
    told.unit_name, told.level, told.fiscal_year, told.scope, told.held_in, told.class_code, told.class_name, told.function_code, told.function_name,
    told.spent_yuan::decimal(20, 2) as spent_yuan, told.basic_yuan::decimal(20, 2) as basic_yuan, told.project_yuan::decimal(20, 2) as project_yuan,
    told.share_percent, told.page, report.file, address_of(numbered.report_id[:16] || told.address) as address
from stored.spending_by_function as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.scope, told.function_code
