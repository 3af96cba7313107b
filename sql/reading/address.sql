-- 出处：没有页的文件中，每个单元格和每行文字所在 / Addresses: where each cell and line of a file without pages stands in it.
-- report_id: report
-- page: page, from 1 (reading.page)
-- bbox: x0, top, x1, bottom in points, as of the amounts and claims read there
-- address: range of a sheet (C5:D5), or table, row and cell of a document
select report_id, unnest(addresses, max_depth := 2) from reading.shelf
