-- zh: 基本支出决算表的每行合计应当等于人员经费＋公用经费
-- en: T6: each row must equal personnel and public expenses where these are columns
-- name: T6_rows_are_personnel_and_public
-- tolerance: SUM
-- severity: fatal
-- any_of: T6, U6
-- why: 基本支出的构成
-- silent: the form has no such column

-- the row 合计 of T6 is W6-04's
from halves('T6') where code is not null
union all
from halves('U6')
