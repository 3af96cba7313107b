-- zh: 目录所印年度为决算年度
-- en: The contents list prints the fiscal year
-- tolerance: INT
-- severity: warning
-- why: 一份报告只有一个年度
from contradictions('S-09')
