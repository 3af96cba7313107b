-- zh: 财政拨款收入支出决算总表的收入总计应当等于支出总计
-- en: T4: total income must equal total expenditure
-- name: T4_total_income_is_total_expenditure
-- tolerance: SAME
-- severity: fatal
-- needs: T4
-- why: 收支平衡
from pick('total', 1, 'T4', 'income_grand_total', 'amount')
union all from pick('part', 1, 'T4', 'expenditure_grand_total', 'total')
