-- zh: 政府性基金决算表：本年支出＝基本＋项目；逐级汇总
-- en: T8: expenditure equals basic plus project, and parents equal the rows below them
-- tolerance: SUM
-- severity: fatal
-- needs: T8
-- why: 小计的定义，功能分类逐级汇总
from row_sums('T8', 'total', ['basic', 'project'])
union all from hierarchy('T8')
