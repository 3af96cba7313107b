-- zh: 收入支出决算总表的收支差额应当等于结余分配＋年末结转－使用非财政拨款结余－年初结转
-- en: T1: income less expenditure of the year must equal the change in balances
-- name: T1_surplus_is_the_change_in_balances
-- tolerance: SUM
-- severity: info
-- needs: T1
-- why: 由 W1-02、W1-04、W1-05 推出，总计不可读时仍可核对
from pick('total', 1, 'T1', 'income_total', 'amount')
union all from pick('total', -1, 'T1', 'expenditure_total', 'amount')
union all from pick('part', 1, 'T1', 'surplus_allocated', 'amount')
union all from pick('part', 1, 'T1', 'closing', 'amount')
union all from pick('part', -1, 'T1', 'surplus_used', 'amount')
union all from pick('part', -1, 'T1', 'opening', 'amount')
