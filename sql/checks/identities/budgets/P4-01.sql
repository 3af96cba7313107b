-- zh: 财政拨款收支预算总表的本年收入合计应当等于各项收入之和
-- en: P4: income of the year must equal the sum of its sources
-- name: P4_income_is_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 财政拨款收支预算总表的定义
from budget_income_adds_up('P4')
