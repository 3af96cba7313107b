-- zh: 按经济分类列示的决算表，各类应当等于其各款之和，合计应当等于各类之和
-- en: Forms by economic classification: each class must equal the sum of its items, the total the sum of its classes
-- name: economic_classes_are_the_sum_of_items
-- tolerance: SUM
-- severity: fatal
-- any_of: T6, U6, B9, B14
-- why: 经济分类逐级汇总

-- the row 合计 of T6 is W6-04's
from hierarchy('T6') where code is not null
union all
from hierarchy('U6')
union all
from hierarchy('B9')
union all
from hierarchy('B14')
