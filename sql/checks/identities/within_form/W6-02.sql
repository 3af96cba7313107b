-- zh: 基本支出决算表的人员经费合计应当等于工资福利支出＋对个人和家庭的补助
-- en: T6: personnel expenses must equal classes 301 and 303
-- name: T6_personnel_equals_its_classes
-- tolerance: SUM
-- severity: fatal
-- needs: T6
-- why: 人员经费的定义
from half_of_classes('personnel', ['301', '303'])
