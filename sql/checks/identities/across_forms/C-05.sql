-- zh: 总表各类支出应当等于支出决算表该类合计
-- en: Each functional class in T1 must equal its row in T3
-- name: T1_classes_equal_T3
-- tolerance: SAME
-- severity: fatal
-- needs: T1, T3
-- why: 同一事实印在两张表
from classes('total', 1, 'T1', 'amount')
union all from classes('part', 1, 'T3', 'total')
