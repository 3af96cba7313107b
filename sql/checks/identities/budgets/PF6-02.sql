-- zh: 一般公共预算基本支出表（按功能分类）的类应当等于款之和，款应当等于项之和，合计应当等于类之和，有单位行的也应当等于各单位之和
-- en: PF6: every parent row must equal the sum of the rows below it, and the total that of the units where there are rows of units
-- name: PF6_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: PF6
-- why: 功能分类逐级汇总
from budget_tree('PF6')
union all by name
from budget_units('PF6')
