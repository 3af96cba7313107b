-- 读取存疑、未作检查之处 / What our reading is not sure of, and so was not judged.
-- page: page; null where it is about the whole report
-- reason: why
-- remedy: what a person can do
select page, reason, remedy
from reading.quarantine
order by all
