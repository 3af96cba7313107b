-- zh: 政府性基金决算表的本年支出应当等于基本＋项目，并逐级汇总
-- en: T8: expenditure must equal basic plus project, and parents the rows below them
-- name: T8_expenditure_and_parents_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: T8
-- why: 小计的定义，功能分类逐级汇总
from row_sums('T8', 'total', ['basic', 'project'])
union all from hierarchy('T8')
