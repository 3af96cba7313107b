-- 上一年公开而本年未见的单位 / The units that published the year before and not this one, by name.
-- $year: fiscal year
-- unit_name: unit
select distinct unit_name
from star.dim_report as last
join star.dim_unit using (unit_key)
where last.fiscal_year = $year - 1
    and not exists (from star.dim_report as this where this.unit_key = last.unit_key and this.fiscal_year = $year)
order by unit_name
