-- zh: 收支预算总表的支出总计应当等于本年支出合计＋结转下年＋结余分配
-- en: P1: total expenditure must equal expenditure of the year, what is carried forward and surplus allocated
-- name: P1_total_expenditure_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 收支预算总表的定义
from budget_uses_total('P1')
