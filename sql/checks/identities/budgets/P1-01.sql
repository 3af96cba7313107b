-- zh: 收支预算总表的本年收入合计应当等于各项收入之和
-- en: P1: income of the year must equal the sum of its sources
-- name: P1_income_is_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 收支预算总表的定义
from budget_income_adds_up('P1')
