-- zh: 一般公共预算支出表的基本支出应当等于人员经费＋公用经费
-- en: P5: basic expenditure must equal personnel and public expenses
-- name: P5_basic_is_personnel_and_public
-- tolerance: SUM
-- severity: fatal
-- needs: P5
-- why: 基本支出的构成
from budget_basic('P5')
