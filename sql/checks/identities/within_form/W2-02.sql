-- zh: 收入决算表：类＝款之和，款＝项之和，合计＝类之和
-- en: T2: every parent row equals the sum of the rows below it
-- tolerance: SUM
-- severity: fatal
-- needs: T2
-- why: 功能分类逐级汇总
from hierarchy('T2')
