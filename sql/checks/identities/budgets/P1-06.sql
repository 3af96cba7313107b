-- zh: 收支预算总表的财政拨款收入应当等于一般公共预算＋政府性基金＋国有资本经营预算
-- en: P1: fiscal appropriation must equal its three funds
-- name: P1_fiscal_is_its_funds
-- tolerance: SUM
-- severity: fatal
-- needs: P1
-- why: 财政拨款的构成
select report_id, '' as instance, null as code, if(line = 'fiscal', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P1' and panel = 'left' and column_key = 'amount' and not is_repeat and line in ('fiscal', 'general_budget', 'government_fund', 'state_capital')
qualify count(value_yuan) filter (line != 'fiscal') over (partition by report_id) > 0 and bool_or(line = 'fiscal') over (partition by report_id)
