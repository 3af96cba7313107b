-- 无从识别的扫描件 / Reports with pages that are pictures which nobody has read, for the recognisers are not installed.
-- scans: how many
select count(*) as scans
from reading.report
where recognisers = 'none'
