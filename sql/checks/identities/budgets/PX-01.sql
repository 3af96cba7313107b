-- zh: 项目支出预算表的每行合计应当等于各项来源之和
-- en: PX: each row's total must equal the sum of its sources
-- name: PX_rows_are_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: PX
-- why: 合计栏的定义
from budget_rows('PX', [
    'fiscal', 'general_budget', 'government_fund', 'state_capital', 'special_accounts', 'superior', 'subordinate', 'business', 'operating',
    'surplus_used', 'other', 'other_funds', 'opening', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital', 'account_balance'
])
