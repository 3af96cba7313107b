select
    told.unit_name, told.level, told.fiscal_year, told.scope, told.held_in, told.kind, told.item_code, told.item, told.spent_yuan::decimal(20, 2) as spent_yuan,
    told.share_percent, told.page, report.file, address_of(numbered.report_id[:16] || told.address) as address
from stored.personnel_and_public as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.scope, told.item_code
