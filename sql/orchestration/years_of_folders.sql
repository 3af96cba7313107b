-- 若干年度文件夹中的报告所属的年度 / The fiscal years of the reports in year folders: a file may lie in another year's.
-- $folders: names of the folders
-- fiscal_year: fiscal year
select distinct fiscal_year
from reading.report
where list_contains($folders, folder) and fiscal_year is not null
