-- zh: 一般公共预算基本支出表（按功能分类）的每行合计应当等于人员、公用经费之和
-- en: PF6: each row's total must equal the sum of its parts
-- name: PF6_rows_are_the_sum_of_parts
-- tolerance: SUM
-- severity: fatal
-- needs: PF6
-- why: 合计栏的定义
from budget_rows('PF6', ['basic', 'basic_personnel', 'basic_public', 'project', 'remitted', 'business', 'subsidy', 'reserve', 'carried_forward'])
