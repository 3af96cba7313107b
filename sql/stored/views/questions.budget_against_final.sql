select
    told.unit_name, told.level, told.fiscal_year, told.scope, told.function_code, told.function_name, told.budget_yuan::decimal(20, 2) as budget_yuan,
    told.stated_initial_yuan::decimal(20, 2) as stated_initial_yuan, told.stated_annual_yuan::decimal(20, 2) as stated_annual_yuan,
    told.final_yuan::decimal(20, 2) as final_yuan, told.difference_yuan::decimal(20, 2) as difference_yuan, told.is_comparable, told.reason, told.budget_file,
    told.final_file, address_of(numbered.report_id[:16] || told.address) as address
from stored.budget_against_final as told
join stored.report as numbered using (report)
order by told.unit_name, told.fiscal_year, told.scope, told.function_code
