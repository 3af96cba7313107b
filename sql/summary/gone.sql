-- 前一个仓库有而这个没有的报告 / Reports that the warehouse before this one had and this one has not.
-- file: path below raw/ where it was
-- unit_name: unit, as the report names itself
-- fiscal_year: fiscal year it states
select file, unit_name, fiscal_year
from raw.gone
order by file
