-- 读取的报告：每个不同内容的文件一行（同一内容放在两处只算一份） / Reports as read: one row for each distinct file content.
-- report_id: SHA-256 of the file's bytes
-- file: path below raw/
-- folder: year folder it lies in, or unfiled
-- status: read (in the star), registered (a budget, not loaded), quarantined (held, see reading.quarantine)
-- unit_name: unit (部门/单位名称) as the report names itself
-- fiscal_year: fiscal year (决算年度) the report states
-- kind: final (决算), budget (预算), government (财政决算), template (空表)
-- level: 部门 or 单位
-- page_count: pages read
-- producer: program that made the PDF
-- created: creation date in the PDF's metadata
-- code_version: version of the reader that read it
-- reading_path: its Parquet file
select
    reading.report_id, raw_file.file, raw_file.folder, reading.status, reading.unit_name, reading.fiscal_year,
    reading.kind, reading.level, reading.page_count, reading.producer, reading.created, reading.code_version,
    raw_file.reading_path
from source.reading
join source.raw_file on reading.filename = raw_file.reading_path
qualify row_number() over (
    partition by reading.report_id
    order by coalesce(raw_file.folder = reading.fiscal_year::varchar, false) desc, raw_file.file
) = 1
