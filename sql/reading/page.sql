-- 页：每份报告的每一页；表格、网页、文档没有页，一张工作表或一段为一页 / Pages of the reports; a file without pages has one a sheet or part.
-- report_id: report
-- page: page, from 1
-- origin: how its texts were had: text (stored in the file), ocr (read off a picture)
-- member: path of its file in an archive; empty outside of one
-- name: what it is called in its file: a sheet; its page (第3页) in one of several files of an archive; empty in a file alone
-- width: points from left to right
-- height: points from top to bottom
select report_id, unnest(pages, max_depth := 2) from reading.shelf
