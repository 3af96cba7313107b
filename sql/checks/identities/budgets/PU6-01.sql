-- zh: 财政拨款基本支出预算表的每行合计应当等于人员经费＋公用经费
-- en: PU6: each row must equal personnel and public expenses
-- name: PU6_rows_are_personnel_and_public
-- tolerance: SUM
-- severity: fatal
-- needs: PU6
-- why: 基本支出的构成
from halves('PU6')
