-- zh: 收入支出决算总表的支出总计应当等于本年支出合计＋结余分配＋年末结转和结余
-- en: T1: total expenditure must equal expenditure of the year, surplus allocated and closing balance
-- name: T1_total_expenditure_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: T1
-- why: 财决01表：88＝84＋85＋86
from lines('T1', 'amount', 'expenditure_grand_total', ['expenditure_total', 'surplus_allocated', 'closing'])
