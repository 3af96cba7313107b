-- 所读报告的年度 / The fiscal years of the reports read.
-- fiscal_year: fiscal year
select distinct fiscal_year
from reading.report
where fiscal_year is not null
order by fiscal_year
