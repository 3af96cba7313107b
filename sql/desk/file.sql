-- 一个文件的报告 / The report of a file.
-- $file: path below raw/
select report_id from star.disclosure where file = $file
