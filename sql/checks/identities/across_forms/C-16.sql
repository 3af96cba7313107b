-- zh: 非财政拨款资金的年末结转结余应当等于年初＋收入＋使用结余－支出－结余分配
-- en: Non-fiscal money must roll forward between T1, T2, T3 and T4
-- name: non_fiscal_money_rolls_forward
-- tolerance: SUM
-- severity: error
-- needs: T1, T2, T3, T4
-- why: 全部资金与财政拨款之差自成一套平衡
from pick('total', 1, 'T1', 'closing', 'amount')
union all from pick('total', -1, 'T4', 'closing', 'total')
union all from pick('part', 1, 'T1', 'opening', 'amount')
union all from pick('part', -1, 'T4', 'opening', 'amount')
union all from pick('part', 1, 'T2', 'total', 'total')
union all from pick('part', -1, 'T2', 'total', 'fiscal')
union all from pick('part', 1, 'T1', 'surplus_used', 'amount')
union all from pick('part', -1, 'T3', 'total', 'total')
union all from pick('part', 1, 'T4', 'expenditure_total', 'total')
union all from pick('part', -1, 'T1', 'surplus_allocated', 'amount')
