-- zh: 一般公共预算财政拨款支出决算表：类＝款之和，款＝项之和，合计＝类之和
-- en: T5 (U4): every parent row equals the sum of the rows below it
-- tolerance: SUM
-- severity: fatal
-- any_of: T5, U4
-- why: 功能分类逐级汇总
from hierarchy('T5')
union all from hierarchy('U4')
