-- zh: 总表本年支出合计应当等于支出决算表合计
-- en: Expenditure of the year in T1 must equal the total of T3
-- name: T1_expenditure_equals_T3
-- tolerance: SAME
-- severity: fatal
-- needs: T1, T3
-- why: 同一事实印在两张表
from pick('total', 1, 'T1', 'expenditure_total', 'amount')
union all from pick('part', 1, 'T3', 'total', 'total')
