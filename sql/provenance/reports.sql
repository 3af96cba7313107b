-- 数据所出的报告 / The reports the data come from, by year and file.
-- file: path of the PDF below raw/
-- sha256: SHA-256 of the PDF
-- unit: unit; empty where it is not known
-- fiscal_year: fiscal year
select file, report_id as sha256, coalesce(unit_name, '') as unit, fiscal_year
from reading.report
where status != 'quarantined'
order by fiscal_year, file
