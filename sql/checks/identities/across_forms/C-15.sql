-- zh: 各类财政拨款支出应当不大于该类全部支出
-- en: For every class fiscal expenditure in T4 must not exceed expenditure in T1
-- name: T4_fiscal_within_T1_by_class
-- tolerance: INEQ
-- severity: warning
-- needs: T1, T4
-- why: 财政拨款是全部资金的一部分
from classes('total', 1, 'T4', 'total')
union all from classes('part', 1, 'T1', 'amount')
