-- zh: 收入预算总表的每行合计应当等于各项来源之和，小计应当等于其下各栏之和
-- en: P2: each row's total must equal the sum of its sources, a subtotal that of the columns below its heading
-- name: P2_rows_are_the_sum_of_sources
-- tolerance: SUM
-- severity: fatal
-- needs: P2
-- why: 合计栏的定义
from budget_rows('P2', ['fiscal', 'general_budget', 'government_fund', 'state_capital', 'special_accounts', 'education_fees', 'special_accounts_other', 'superior', 'operating', 'business', 'subordinate', 'other', 'other_funds', 'surplus_used', 'opening', 'account_balance'])
union all
from budget_row_parts('P2')
