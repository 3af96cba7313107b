-- zh: 一般公共预算基本支出表的类应当等于款之和，款应当等于项之和，合计应当等于类之和，有单位行的也应当等于各单位之和
-- en: P6: every parent row must equal the sum of the rows below it, and the total that of the units where there are rows of units
-- name: P6_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P6
-- why: 经济分类逐级汇总
from budget_tree('P6')
union all by name
from budget_units('P6')
