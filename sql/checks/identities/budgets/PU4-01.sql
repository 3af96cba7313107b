-- zh: 财政拨款支出预算表的每行合计应当等于基本、项目等各项支出之和
-- en: PU4: each row's total must equal the sum of its natures
-- name: PU4_rows_are_the_sum_of_natures
-- tolerance: SUM
-- severity: fatal
-- needs: PU4
-- why: 合计栏的定义
from budget_rows('PU4', ['basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward'])
