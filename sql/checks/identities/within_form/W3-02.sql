-- zh: 支出决算表的类应当等于款之和，款应当等于项之和，合计应当等于类之和
-- en: T3: every parent row must equal the sum of the rows below it
-- name: T3_parents_are_the_sum_of_rows
-- tolerance: SUM
-- severity: fatal
-- needs: T3
-- why: 功能分类逐级汇总
from hierarchy('T3')
