-- zh: 财政拨款收入支出决算总表的本年收入合计应当等于三类财政拨款之和
-- en: T4: income of the year must equal the sum of the three funds
-- name: T4_income_is_the_sum_of_funds
-- tolerance: SUM
-- severity: fatal
-- needs: T4
-- why: 财政拨款由一般公共预算、政府性基金、国有资本经营三部分组成
from lines('T4', 'amount', 'income_total', ['general_budget', 'government_fund', 'state_capital'])
