-- zh: 收入预算总表的类应当等于款之和，款应当等于项之和，合计应当等于类之和
-- en: P2: every parent row must equal the sum of the rows below it
-- name: P2_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P2
-- why: 功能分类逐级汇总
from budget_tree('P2')
