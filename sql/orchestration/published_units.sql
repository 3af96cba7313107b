-- 一个年度公开的单位数 / How many units have published a fiscal year.
-- $year: fiscal year
-- units: how many
select count(distinct unit_key) as units
from star.dim_report
where fiscal_year = $year
