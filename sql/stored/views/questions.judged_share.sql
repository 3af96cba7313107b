select
    told.region_code, told.unit_name, told.fiscal_year, told.level, told.numbers, told.judged, told.unjudged, told.judged_percent, told.places, report.file,
    address_of(numbered.report_id[:16] || told.address) as address
from stored.judged_share as told
join stored.report as numbered using (report)
join star.dim_report as report using (report_id)
order by told.judged_percent, told.unit_name, told.fiscal_year
