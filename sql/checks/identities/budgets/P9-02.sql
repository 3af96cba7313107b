-- zh: 国有资本经营预算支出表的类应当等于款之和，款应当等于项之和，合计应当等于类之和，有单位行的也应当等于各单位之和
-- en: P9: every parent row must equal the sum of the rows below it, and the total that of the units where there are rows of units
-- name: P9_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P9
-- why: 功能分类逐级汇总
from budget_tree('P9')
union all by name
from budget_units('P9')
