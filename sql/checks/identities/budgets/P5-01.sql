-- zh: 一般公共预算支出表的每行合计应当等于基本、项目等各项支出之和
-- en: P5: each row's total must equal the sum of its natures
-- name: P5_rows_are_the_sum_of_natures
-- tolerance: SUM
-- severity: fatal
-- needs: P5
-- why: 合计栏的定义
from budget_rows('P5', ['basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward', 'current', 'opening'])
