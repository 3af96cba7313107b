-- 没有搁置任何发现的搁置 / Waivers that waive nothing: no finding has the id they name.
-- finding_id: the id
-- line: line of expectations/waivers.csv
-- who: who wrote it
select finding_id, line, who
from findings.waiver
where not is_used
order by line
