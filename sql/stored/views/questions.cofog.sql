select
    told.unit_name, told.level, told.fiscal_year, told.scope, told.held_in, told.division, told.division_name, told.spent_yuan::decimal(20, 2) as spent_yuan,
    told.share_percent, told.classes, report.file, address_of(numbered.report_id[:16] || told.address) as address
from stored.cofog as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.scope, told.division
