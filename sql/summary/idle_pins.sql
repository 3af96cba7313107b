-- 不起作用的指定 / Pins that pin nothing: no report in the star has their id, or another pin of the same disclosure stands.
-- report_id: the id
-- line: line of expectations/versions.csv
-- who: who wrote it
select pin.report_id, pin.line, pin.who
from raw.pin
where not exists(from star.disclosure where disclosure.is_current and starts_with(disclosure.report_id, pin.report_id))
order by pin.line
