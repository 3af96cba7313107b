-- zh: 财政拨款支出预算表的基本支出应当等于人员经费＋公用经费
-- en: PU4: basic expenditure must equal personnel and public expenses
-- name: PU4_basic_is_personnel_and_public
-- tolerance: SUM
-- severity: fatal
-- needs: PU4
-- why: 基本支出的构成
from budget_basic('PU4')
