-- 读取存疑、未作检查之处 / What our reading is not sure of, and so was not judged.
-- page: page; null where it is about the whole report
-- reason: why, in English
-- reason_zh: the same in Chinese
-- remedy: what a person can do, in English
-- remedy_zh: the same in Chinese
select page, reason, reason_zh, remedy, remedy_zh
from reading.quarantine
order by all
