-- zh: 政府性基金预算收支表的支出总计应当等于本年支出合计＋结转下年
-- en: PG: total expenditure must equal expenditure of the year and what is carried forward
-- name: PG_total_expenditure_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: PG
-- why: 政府性基金预算收支表的定义
from budget_uses_total('PG')
