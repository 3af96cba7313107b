-- zh: 基本支出决算表的合计应当等于人员经费＋公用经费
-- en: T6: the grand total must equal personnel plus public expenses
-- name: T6_total_is_personnel_plus_public
-- tolerance: SUM
-- severity: fatal
-- needs: T6
-- why: 基本支出的定义
from pick('total', 1, 'T6', 'total', 'amount')
union all from basic_half('part', 'personnel')
union all from basic_half('part', 'public')
