-- zh: 总表本年收入合计应当等于收入决算表合计
-- en: Income of the year in T1 must equal the total of T2
-- name: T1_income_equals_T2
-- tolerance: SAME
-- severity: fatal
-- needs: T1, T2
-- why: 同一事实印在两张表
from pick('total', 1, 'T1', 'income_total', 'amount')
union all from pick('part', 1, 'T2', 'total', 'total')
