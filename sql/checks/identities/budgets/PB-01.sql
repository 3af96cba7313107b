-- zh: 基本支出预算表的每行合计应当等于各项来源之和
-- en: PB: each row's total must equal the sum of its sources
-- name: PB_rows_are_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: PB
-- why: 合计栏的定义
from budget_rows('PB', [
    'fiscal', 'general_budget', 'government_fund', 'state_capital', 'special_accounts', 'superior', 'subordinate', 'business', 'operating',
    'surplus_used', 'other', 'other_funds', 'opening', 'account_balance'
])
