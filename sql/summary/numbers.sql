-- 印出的数与其中存疑的数 / Printed numbers of the forms, and those of them that are held.
-- printed: cells that show a number
-- held: those our reading is not sure of
select count(*) as printed, count(*) filter (is_held) as held
from reading.amount
where shows_number(mark)
