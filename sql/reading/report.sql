-- 读取的报告：每个不同内容的文件一行（同一内容放在两处只算一份） / Reports as read: one row for each distinct file content.
-- report_id: SHA-256 of the file's bytes
-- file: path below raw/
-- folder: year folder it lies in, or unfiled
-- status: read (in the star), registered (a budget: star.dim_budget), quarantined (held, see reading.quarantine)
-- unit_name: unit (部门/单位名称) as the report names itself
-- fiscal_year: fiscal year (决算年度) the report states
-- kind: final (决算), budget (预算), government (财政决算), part_year (上半年、季度), template (空表)
-- level: 部门 or 单位
-- edition: what its cover says of an earlier edition (更正版, 修订稿); null where it says nothing
-- format: what the file is by its content: pdf, xlsx, html …
-- page_count: pages read
-- producer: program the report was written with (Creator of the PDF's metadata), else the one that made the PDF (Producer)
-- created: creation date in the PDF's metadata
-- recognisers: what has read its pages that are pictures, with versions; none where nobody has, left where nobody was to, empty where there are none; of a Word 97 document what has converted it (LibreOffice, no LibreOffice); of an archive those of its files, with semicolons between
-- code_version: version of the reader that read it
-- reading_path: its Parquet file
select
    shelf.report_id, file.file, file.folder, shelf.status, shelf.unit_name, shelf.fiscal_year,
    shelf.kind, shelf.level, shelf.edition, shelf.format, shelf.page_count, shelf.producer, shelf.created, shelf.recognisers, shelf.code_version,
    file.reading_path
from reading.shelf
join raw.file on shelf.filename = file.reading_path
qualify row_number() over (
    partition by shelf.report_id
    order by coalesce(file.folder = shelf.fiscal_year::varchar, false) desc, file.file
) = 1
