-- zh: 基本支出预算表（按经济分类）的类应当等于款之和，合计应当等于类之和
-- en: PB by economic classification: every parent row must equal the sum of the rows below it
-- name: PB_codes_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: PB
-- why: 支出经济分类科目的层级
from budget_tree('PB')
