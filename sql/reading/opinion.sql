-- 第二读取器的意见：不符所依据的每一页都由另一个读取器重读 / Second opinions: each page a violation rests on, read again by the other reader.
-- report_id: report
-- page: page in the PDF, from 1
-- outcome: same (both see the same texts), differs (what differs is held, see reading.quarantine), not read (the other reader failed), stored (no PDF: the file stores its cells, there is no other reader)
select report_id, unnest(opinions, max_depth := 2) from reading.shelf
