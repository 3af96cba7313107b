-- Macro for lines of income of budgets whose parts are listed below them (family P).

-- lines of income of a balance against the lines listed below them as their parts: 财政拨款, 单位资金 and what comes from the year before (上年结转),
-- of which one 其中 alone, or one beside money whose kind is not known, is not the whole
create or replace macro budget_income_parts(f) as table
with line as (
    select
        *, last_value(if(line in ('fiscal', 'other_funds', 'opening', 'special_accounts', 'income_total', 'income_grand_total', 'surplus_used', 'account_balance'), line, null) ignore nulls) over (
            partition by report_id order by row rows between unbounded preceding and current row
        ) as whole
    from checks.form_amount
    where form = f and panel = 'left' and column_key = 'amount' and (not is_repeat or line in ('within_opening', 'within_part'))
),
parted as (
    select *, bool_or(line = 'within_part') over below or count(*) filter (line = 'within_opening') over below < 2 as is_open
    from line
    window below as (partition by report_id, whole)
)
select report_id, whole as instance, null as code, if(line = whole, 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from parted
where (line = whole or list_contains(map_extract_value(map {
    'fiscal': ['general_budget', 'government_fund', 'state_capital'], 'other_funds': ['operating', 'business', 'superior', 'subordinate', 'other'], 'opening': ['within_opening']
}, whole), line))
    and not (whole = 'opening' and is_open)
qualify count(value_yuan) filter (line != whole) over (partition by report_id, whole) > 0 and count(*) filter (line = whole) over (partition by report_id, whole) = 1;
