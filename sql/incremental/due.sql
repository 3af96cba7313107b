-- 另一读者尚未看过的不符之处所在的报告 / Reports with a violation on a page that the other reader has not seen (rereading/due has the pages).
-- $paths: files of readings
-- report_id: report
select report_id
from reading.report
where list_contains($paths, reading_path)
