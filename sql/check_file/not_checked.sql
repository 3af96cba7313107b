-- 读取存疑、未作检查之处 / What our reading is not sure of, and so was not judged.
-- page: page; null where it is about the whole report
-- reason: why
-- what_to_do: what a person can do
select page, reason, what_to_do
from reading.quarantine
order by all
