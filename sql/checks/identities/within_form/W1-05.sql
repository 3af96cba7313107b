-- zh: 收入支出决算总表的收入总计应当等于支出总计
-- en: T1: total income must equal total expenditure
-- name: T1_total_income_is_total_expenditure
-- tolerance: SAME
-- severity: fatal
-- needs: T1
-- why: 财决01表：31＝88
from lines('T1', 'amount', 'income_grand_total', ['expenditure_grand_total'])
