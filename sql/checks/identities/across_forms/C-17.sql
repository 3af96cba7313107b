-- zh: 支出合计－收入合计应当等于年初－年末－结余分配＋使用非财政拨款结余
-- en: Expenditure less income of the year must equal the balances drawn down
-- name: surplus_is_covered_by_balances
-- tolerance: SUM
-- severity: info
-- needs: T1, T2, T3
-- why: 收支差额由结转结余弥补；各科目的收与支可以不同
from pick('total', 1, 'T3', 'total', 'total')
union all from pick('total', -1, 'T2', 'total', 'total')
union all from pick('part', 1, 'T1', 'opening', 'amount')
union all from pick('part', -1, 'T1', 'closing', 'amount')
union all from pick('part', -1, 'T1', 'surplus_allocated', 'amount')
union all from pick('part', 1, 'T1', 'surplus_used', 'amount')
