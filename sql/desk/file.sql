-- 一个文件的报告 / The report of a file.
-- $file: path below raw/
select report_id from star.dim_report where file = $file
union all
select report_id from star.dim_budget where file = $file
