-- zh: 收支预算总表的本年支出合计应当等于其上各行之和
-- en: P1: expenditure of the year must equal the sum of its classes, or of its natures
-- name: P1_expenditure_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 收支预算总表的定义
from budget_uses_add_up('P1')
