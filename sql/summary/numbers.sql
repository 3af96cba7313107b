-- 印出的数与其中存疑的数 / Printed numbers of the forms, and those of them that are held.
-- printed: cells with a number
-- held: those our reading is not sure of
select count(*) filter (value is not null) as printed, count(*) filter (is_held and value is not null) as held
from reading.amount
