-- zh: 基本支出决算表经济分类的各类应当等于其各款之和
-- en: T6: each economic class must equal the sum of its items
-- name: T6_classes_are_the_sum_of_items
-- tolerance: SUM
-- severity: fatal
-- needs: T6
-- why: 经济分类逐级汇总
from hierarchy('T6') where code is not null
