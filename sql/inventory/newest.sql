-- 每份读取在存档清册中的最新一条 / The newest entry of the inventory for each reading that is asked for.
-- folder: year folder by which the report was read
-- report_id: report
-- number: how often the reading was kept before, and this time
-- digest: SHA-256 of its Parquet file; empty where it was taken off the shelf
-- size: bytes of that file
-- code_version: of what read it
-- recognisers: of those that read its pictures
-- broken_limits: the limits for which the report was given up, as JSON
select entry.*
from inventory.entry
semi join inventory.asked on entry.folder = asked.folder and entry.report_id = asked.report_id
qualify row_number() over (partition by entry.folder, entry.report_id order by entry.number desc, entry.digest desc) = 1
