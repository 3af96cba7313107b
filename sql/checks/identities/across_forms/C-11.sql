-- zh: 一般公共预算基本支出合计应当等于人员经费＋公用经费
-- en: Basic expenditure of T5 must equal personnel plus public expenses of T6
-- name: T5_basic_equals_T6
-- tolerance: SUM
-- severity: fatal
-- needs: T5, T6
-- why: 同一基本支出按经济分类列示
from pick('total', 1, 'T5', 'total', 'basic')
union all from basic_half('part', 'personnel')
union all from basic_half('part', 'public')
