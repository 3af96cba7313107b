-- Macros for fiscal appropriation and public costs in the forms of budgets (family P).

-- what comes from the year before and P5 leaves out, as P4 prints it: all of it, or that of one fund
create or replace macro budget_apart() as table
with spent as (
    select report_id, max(value_yuan) as amount
    from checks.form_amount
    where form = 'P4' and line = 'expenditure_grand_total' and column_key in ('amount', 'total') and is_main
    group by report_id
),
own as (
    select report_id, sum(value_yuan) as amount, sum(half_step_yuan) as half
    from (from budget_grand('P5') union all from budget_grand('P8') union all from budget_grand('P9'))
    group by report_id
)
select opening.report_id, opening.amount_id, opening.value_yuan, opening.half_step_yuan
from checks.form_amount as opening
join spent using (report_id)
join own using (report_id)
where opening.form = 'P4' and opening.panel = 'left' and opening.line in ('opening', 'within_opening') and opening.column_key = 'amount' and not opening.is_repeat
    and opening.value_yuan != 0 and abs(spent.amount - opening.value_yuan - own.amount) <= 4 * own.half
qualify row_number() over (partition by opening.report_id order by opening.line, opening.row) = 1;

-- that of the general budget, where P4 says how much of the general budget is spent
create or replace macro budget_apart_of_general() as table
select apart.*
from budget_apart() as apart
join pick('total', 1, 'P4', 'expenditure_grand_total', 'general_budget') as spent using (report_id)
join budget_grand('P5') as own using (report_id)
where abs(spent.value_yuan - apart.value_yuan - own.value_yuan) <= spent.half_step_yuan + apart.half_step_yuan + own.half_step_yuan;

-- the sum of what a report spends of its fiscal appropriation: the totals of P5, P8 and P9, and what comes from the year before where P5 leaves it out
create or replace macro budget_fiscal_forms() as table
select report_id, '' as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan, hindrance
from (from budget_grand('P5') union all from budget_grand('P8') union all from budget_grand('P9'))
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
from budget_apart();
