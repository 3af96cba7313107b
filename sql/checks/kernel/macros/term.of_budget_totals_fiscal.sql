-- Macros for fiscal appropriation and public costs in the forms of budgets (family P).

-- the sum of what a report spends of its fiscal appropriation: the totals of P5, P8 and P9, and what comes from the year before where P5 leaves it out
create or replace macro budget_fiscal_forms() as table
with form_total as (
    from budget_grand('P5') union all from budget_grand('P8') union all from budget_grand('P9')
),
balance as (
    select
        report_id, max(value_yuan) filter (line = 'opening' and panel = 'left') as opening,
        max(value_yuan) filter (line = 'expenditure_grand_total') as spent
    from checks.form_amount
    where form = 'P4' and column_key in ('amount', 'total') and not is_repeat and not is_within
    group by report_id
),
apart as ( -- reports whose P5 leaves out what comes from the year before
    select balance.report_id
    from balance
    join (select report_id, sum(value_yuan) as amount, sum(half_step_yuan) as half from form_total group by report_id) as own using (report_id)
    where balance.opening != 0 and abs(balance.spent - balance.opening - own.amount) <= 4 * own.half
)
select report_id, '' as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan, hindrance
from form_total
left join ( -- a fund whose form is none of these: 政府性基金收支表
    select cell.report_id, 'not in this table set: ' || min(if(cell.line = 'government_fund', 'P8', 'P9')) as hindrance
    from checks.form_amount as cell
    where cell.form = 'P4' and cell.panel = 'left' and cell.line in ('government_fund', 'state_capital') and cell.value_yuan != 0
        and not exists (
            from checks.form_status as own
            where own.report_id = cell.report_id and own.form = if(cell.line = 'government_fund', 'P8', 'P9') and own.status = 'filled'
        )
    group by cell.report_id
) as unread using (report_id)
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan, null
from pick('part', 1, 'P4', 'opening', 'amount') semi join apart using (report_id);

-- the expenses of P7 by year (budget, or prior: last year's where it is printed) and fund
create or replace macro budget_public_costs() as table
select
    *, concat_ws(' ', 'P7', split_part(column_key, '_', 1), nullif(split_part(column_key, '@', 2), '')) as place,
    split_part(substr(column_key, strpos(column_key, '_') + 1), '@', 1) as item
from checks.form_amount
where form = 'P7' and not is_within and regexp_matches(column_key, '^(budget|prior)_');
