-- Macro for lines of income of budgets whose parts are listed below them (family P).

-- lines of income of a balance against the lines listed below them as their parts: 财政拨款, 单位资金 and what comes from the year before (上年结转)
create or replace macro budget_income_parts(f) as table
with line as (
    select
        *, last_value(if(line in ('fiscal', 'other_funds', 'opening', 'special_accounts', 'income_total', 'income_grand_total', 'surplus_used', 'account_balance'), line, null) ignore nulls) over (
            partition by report_id order by row rows between unbounded preceding and current row
        ) as whole
    from checks.form_amount
    where form = f and panel = 'left' and column_key = 'amount' and (not is_repeat or line = 'within_opening')
)
select report_id, whole as instance, null as code, if(line = whole, 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from line
where line = whole or list_contains(map_extract_value(map {
    'fiscal': ['general_budget', 'government_fund', 'state_capital'], 'other_funds': ['operating', 'business', 'superior', 'subordinate', 'other'], 'opening': ['within_opening']
}, whole), line)
qualify count(value_yuan) filter (line != whole) over (partition by report_id, whole) > 0 and count(*) filter (line = whole) over (partition by report_id, whole) = 1;
