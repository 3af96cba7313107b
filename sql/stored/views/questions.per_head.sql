select
    told.unit_name, told.level, told.fiscal_year, told.item, told.spent_yuan::decimal(20, 2) as spent_yuan, told.count, told.measure, told.stands_in,
    told.per_one_yuan::decimal(20, 2) as per_one_yuan, told.region_name, told.count_year, told.source, told.page, told.count_page, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.per_head as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.unit_name, told.fiscal_year, told.item, told.source is null, told.measure
