-- zh: 财政拨款支出预算表的类应当等于款之和，款应当等于项之和，合计应当等于类之和
-- en: PU4: every parent row must equal the sum of the rows below it
-- name: PU4_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: PU4
-- why: 功能分类逐级汇总
from budget_tree('PU4')
