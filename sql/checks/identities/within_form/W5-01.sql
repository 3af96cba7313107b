-- zh: 一般公共预算财政拨款支出决算表的每行合计应当等于基本支出＋项目支出
-- en: T5 (U4): each row's total must equal basic plus project expenditure
-- name: T5_rows_are_basic_plus_project
-- tolerance: SUM
-- severity: fatal
-- any_of: T5, U4
-- why: 合计栏的定义
from row_sums('T5', 'total', ['basic', 'project'])
union all from row_sums('U4', 'total', ['basic', 'project'])
