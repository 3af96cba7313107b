-- 不起作用的确认 / Confirmations of no cell: none that is held has their id and name.
-- amount_id: the id
-- line: line of expectations/confirmed.csv
-- who: who wrote it
select confirmed.amount_id, confirmed.line, confirmed.who
from raw.confirmed
where not exists(from reading.amount where amount.amount_id = confirmed.amount_id and amount.confirmed_by is not null)
order by confirmed.line
