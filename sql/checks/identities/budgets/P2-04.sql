-- zh: 收入预算总表的合计应当等于各类资金之和，各类资金应当等于其下各行之和
-- en: P2 printed as lines: the total must equal the sum of its groups of money
-- name: P2_lines_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P2
-- why: 收入的构成；只有部分地区按行列示
select report_id, '' as instance, null as code, if(line = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P2' and column_key = 'amount' and is_main
    and line in ('total', 'general_budget', 'government_fund', 'state_capital', 'special_accounts', 'other_funds', 'superior', 'operating', 'business', 'subordinate', 'other', 'surplus_used', 'opening')
