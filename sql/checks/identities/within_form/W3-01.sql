-- zh: 支出决算表的每行本年支出合计应当等于基本＋项目＋上缴上级＋经营＋对附属单位补助
-- en: T3: each row's total must equal the sum of its natures
-- name: T3_rows_are_the_sum_of_natures
-- tolerance: SUM
-- severity: fatal
-- needs: T3
-- why: 合计栏的定义
from row_sums('T3', 'total', ['basic', 'project', 'remitted', 'business', 'subsidy'])
