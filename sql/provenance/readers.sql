-- 读取这些报告的程序版本 / The versions of the code that read the reports.
-- code_version: version
select distinct code_version
from reading.report
order by code_version
