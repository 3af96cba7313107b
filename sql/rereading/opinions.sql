-- 两个读取器都读过的页 / The pages both readers have read.
-- pages: how many
-- unlike: those they do not see alike
select count(*) as pages, count(*) filter (outcome not in ('same', 'stored')) as unlike
from reading.opinion
