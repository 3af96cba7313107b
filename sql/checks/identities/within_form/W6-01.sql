-- zh: 基本支出决算表：经济分类类＝款之和
-- en: T6: each economic class equals the sum of its items
-- tolerance: SUM
-- severity: fatal
-- needs: T6
-- why: 经济分类逐级汇总
from hierarchy('T6') where code is not null
