-- zh: 收入决算表的每行本年收入合计应当等于各来源之和
-- en: T2: each row's total must equal the sum of its sources
-- name: T2_rows_are_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: T2
-- why: 合计栏的定义
from row_sums('T2', 'total', ['fiscal', 'superior', 'operating', 'business', 'subordinate', 'other'])
