-- zh: 政府性基金预算收支表的本年支出合计应当等于其上各行之和
-- en: PG: expenditure of the year must equal the sum of its classes, or of its natures
-- name: PG_expenditure_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: PG
-- why: 政府性基金预算收支表的定义
from budget_uses_add_up('PG')
