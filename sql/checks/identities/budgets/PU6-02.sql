-- zh: 财政拨款基本支出预算表的类应当等于款之和，款应当等于项之和，合计应当等于类之和
-- en: PU6: every parent row must equal the sum of the rows below it
-- name: PU6_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: PU6
-- why: 经济分类逐级汇总
from budget_tree('PU6')
