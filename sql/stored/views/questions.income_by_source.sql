select
    told.unit_name, told.level, told.fiscal_year, told.source, told.income_yuan::decimal(20, 2) as income_yuan,
    told.difference_yuan::decimal(20, 2) as difference_yuan, told.share_percent, told.page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.income_by_source as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.income_yuan desc
