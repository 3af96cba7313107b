-- zh: 财政拨款总表本年收入合计应当等于收入决算表财政拨款收入合计
-- en: Income of the year in T4 must equal fiscal appropriation in T2
-- name: T4_income_equals_T2
-- tolerance: SAME
-- severity: fatal
-- needs: T2, T4
-- why: 同一事实印在两张表
from pick('total', 1, 'T4', 'income_total', 'amount')
union all from pick('part', 1, 'T2', 'total', 'fiscal')
