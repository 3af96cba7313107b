-- zh: 收入决算表的类应当等于款之和，款应当等于项之和，合计应当等于类之和
-- en: T2: every parent row must equal the sum of the rows below it
-- name: T2_parents_are_the_sum_of_rows
-- tolerance: SUM
-- severity: fatal
-- needs: T2
-- why: 功能分类逐级汇总
from hierarchy('T2')
