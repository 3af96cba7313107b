-- 已不在 raw/ 下的报告 / Reports that a lake has and that lie below raw/ no more.
-- $reports: those that do
-- report_id: report
select distinct sha256 as report_id
from raw.file
where not list_contains($reports, sha256)
