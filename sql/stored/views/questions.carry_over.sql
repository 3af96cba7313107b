select
    told.unit_name, told.level, told.fiscal_year, told.fund, told.last_closing_yuan::decimal(20, 2) as last_closing_yuan,
    told.opening_adjustment_yuan::decimal(20, 2) as opening_adjustment_yuan, told.opening_yuan::decimal(20, 2) as opening_yuan,
    told.unexplained_yuan::decimal(20, 2) as unexplained_yuan, told.income_yuan::decimal(20, 2) as income_yuan,
    told.expenditure_yuan::decimal(20, 2) as expenditure_yuan, told.closing_yuan::decimal(20, 2) as closing_yuan, told.verdict, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.carry_over as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fund, told.fiscal_year
