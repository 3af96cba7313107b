-- 一个仓库的各份报告，用来比较前后两个仓库 / The reports of a warehouse, to be compared with those of another.
-- report_id: SHA-256 of the file's bytes
-- file: path below raw/
-- is_known: a disclosure: read, or registered; false for what is held
-- unit_name: unit, as the report names itself; null where it does not
-- fiscal_year: fiscal year it states; null where it states none
-- kind: final, budget …
-- level: 部门 or 单位
select report_id, file, status in ('read', 'registered') as is_known, unit_name, fiscal_year, kind, level
from reading.report
order by file
