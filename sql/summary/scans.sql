-- 无从识别的扫描件 / Reports with pages that are pictures which nobody has read.
-- lacking: how many, for the recognisers are not installed
-- left_unread: how many, for the setting says so
select
    count(*) filter (list_contains(string_split(recognisers, '; '), 'none')) as lacking,
    count(*) filter (list_contains(string_split(recognisers, '; '), 'left')) as left_unread
from reading.report
