-- zh: 一般公共预算基本支出表的每行合计应当等于人员经费＋公用经费
-- en: P6: each row must equal personnel and public expenses
-- name: P6_rows_are_personnel_and_public
-- tolerance: SUM
-- severity: fatal
-- needs: P6
-- why: 基本支出的构成
from halves('P6')
