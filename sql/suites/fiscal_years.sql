-- 有现行决算报告的年度 / The fiscal years that have a current final account.
-- fiscal_year: fiscal year
select distinct fiscal_year
from star.dim_report
where is_current
order by fiscal_year
