-- zh: 政府性基金预算收支表的本年收入合计应当等于各项收入之和
-- en: PG: income of the year must equal the sum of its sources
-- name: PG_income_is_the_sum_of_its_sources
-- tolerance: SUM
-- severity: fatal
-- needs: PG
-- why: 政府性基金预算收支表的定义
from budget_income_adds_up('PG')
