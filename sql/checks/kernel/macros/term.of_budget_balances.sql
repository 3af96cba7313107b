-- Macros for the income side of the balances of budgets (P1, P4), family P. What stands in a column or a panel that restates another (其中) is marked so when it is read (is_within).

-- sources of income that a balance (P1, P4) prints, each money once: above or below its 本年收入合计; a source that another line holds is left out
create or replace macro budget_sources(f) as table
with printed as (
    select *, max(row) filter (line = 'income_total') over (partition by report_id) as edge
    from checks.form_amount
    where form = f and panel = 'left' and column_key = 'amount' and not is_within
),
source as (
    select
        *, bool_or(line = 'fiscal' and value_yuan is not null) over (partition by report_id) as has_fiscal,
        min(row) filter (line = 'other_funds' and value_yuan is not null) over (partition by report_id) as other_row
    from printed
    where not is_repeat and line in (
        'fiscal', 'general_budget', 'government_fund', 'state_capital', 'special_accounts', 'superior', 'operating', 'business', 'subordinate', 'other',
        'other_funds', 'surplus_used', 'opening', 'account_balance'
    )
)
select *, edge is not null and (row < edge or line in ('fiscal', 'general_budget', 'government_fund', 'state_capital')) as is_above
from source
where not (has_fiscal and line in ('general_budget', 'government_fund', 'state_capital'))
    and not (line in ('operating', 'business', 'superior', 'subordinate', 'other') and coalesce(row > other_row, false));

-- reports in whose balance money stands beside a name that is not known: any sum of sources may lack it
create or replace macro budget_unread_sources(f) as table
select distinct report_id, 'reading in doubt: ' || f as hindrance
from reading.amount
where form = f and panel = 'left' and is_held and line is null and shows_number(mark) and coalesce(value, 1) != 0 and is_due(report_id);

-- 本年收入合计 of a balance against the sources above it
create or replace macro budget_income_adds_up(f) as table
select term.*, unread.hindrance
from (
    select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = f and panel = 'left' and line = 'income_total' and column_key = 'amount' and is_main
    union all
    select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
    from budget_sources(f)
    where is_above
) as term
left join budget_unread_sources(f) as unread using (report_id);

-- 收入总计 of a balance against 本年收入合计 and what stands below it, or against all sources where there is no such line
create or replace macro budget_income_total(f) as table
select term.*, unread.hindrance
from (
    select report_id, '' as instance, null as code, if(line = 'income_grand_total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = f and panel = 'left' and line in ('income_grand_total', 'income_total') and column_key = 'amount' and is_main
    union all
    select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
    from budget_sources(f)
    where not is_above
) as term
left join budget_unread_sources(f) as unread using (report_id);
