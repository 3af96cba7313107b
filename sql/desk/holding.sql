-- 印有某数的报告 / The reports that can print a number that lies in one of some ranges: all that do, and few others.
-- $low: where up to four ranges begin, as cents of stored.value
-- $high: where they end
select distinct report
from stored.value
where cents between $low[1] and $high[1] or cents between $low[2] and $high[2] or cents between $low[3] and $high[3]
    or cents between $low[4] and $high[4] or cents is null
