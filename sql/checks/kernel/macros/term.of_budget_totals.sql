-- Macros for identities across the forms of budgets (family P): totals and rows with the same code.

-- 合计 of a form, its first
create or replace macro budget_grand(f) as table
select *
from checks.form_amount
where form = f and line = 'total' and column_key in ('total', 'amount') and is_main;

-- money of P1 or P4 that a form f of one side holds: its total with what comes from the year before (opening) or goes to the next
-- (carried_forward) where f has a column or a row of it, else without; a panel that restates another is taken where there is no other
create or replace macro budget_balance_total(balance, total_line, year_line, carried, f) as table
with printed as (
    select *
    from checks.form_amount
    where form = balance and line in (total_line, year_line, carried) and column_key in ('amount', 'total') and not is_repeat
    qualify row_number() over (partition by report_id, line order by is_within, value_yuan is null, panel) = 1
),
told as (
    select
        report_id, coalesce(bool_or(line = year_line and value_yuan is not null), false) as has_year, coalesce(bool_or(line = carried and value_yuan != 0), false) as is_carried
    from printed
    group by report_id
),
holding as ( -- by a column or row of it; or by sources of which one is from the year before, where all money is what the balance has in all
    select report_id from checks.form_amount
    where form = f and carried in (column_key, line) and not is_within and value_yuan is not null
    union
    select source.report_id
    from checks.form_amount as source
    join budget_grand(f) as whole on whole.report_id = source.report_id
    join printed as in_all
        on in_all.report_id = source.report_id and in_all.line = total_line
        and abs(in_all.value_yuan - whole.value_yuan) <= in_all.half_step_yuan + whole.half_step_yuan
    where source.form = f and source.line = 'total' and source.column_key in ('opening', 'account_balance') and source.value_yuan != 0
)
select
    report_id, '' as instance, null as code, 'total' as side, if(line = carried, -1, 1) as weight, amount_id, value_yuan, half_step_yuan
from printed
join told using (report_id)
where line = if(has_year and is_carried and report_id not in (select report_id from holding), year_line, total_line)
    or line = carried and is_carried and not has_year and report_id not in (select report_id from holding);

-- reports of whose money some comes from the year before or goes to the next, so that forms of income and of expenditure differ by it
create or replace macro budget_carried() as table
select distinct report_id
from checks.form_amount
where form in ('P1', 'P4') and line in ('opening', 'carried_forward', 'account_balance', 'surplus_used') and value_yuan != 0;

-- rows with functional codes of a form, all levels, each code once
create or replace macro budget_codes(s, f, c) as table
select report_id, code as instance, code, s as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key = c and line is null and code is not null and not is_within
qualify count(*) over (partition by report_id, code) = 1;
