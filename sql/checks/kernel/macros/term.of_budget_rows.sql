-- Macros for the rows of the forms of budgets (family P): their columns.

-- each row of a form against the sum of the columns that split it; what restates a column is no part of it, and a column of which parts alone are known leaves the sum untold
create or replace macro budget_rows(f, part_columns) as table
with parted as (
    select report_id
    from checks.form_amount
    where form = f
    group by report_id
    having bool_or(column_key = 'within_project') and not bool_or(column_key = 'project') and bool_or(column_key = 'basic')
),
main as (select distinct report_id, column_number from checks.form_amount where form = f and not is_within),
cell as (
    select *, concat_ws(' ', form, coalesce(code, line), 'r' || row) as place
    from checks.form_amount
    anti join parted using (report_id)
    semi join main using (report_id, column_number)
    where form = f and (not is_within or line = 'unit') -- a row of a unit is within the total, but split as it is
        and (column_key = 'total' or list_contains(part_columns, column_key))
)
select report_id, place as instance, code, if(column_key = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from cell
qualify count(*) filter (column_key = 'total') over (partition by report_id, place) = 1;

-- 基本支出 of each row against 人员 and 公用
create or replace macro budget_basic(f) as table
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'basic', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key in ('basic', 'basic_personnel', 'basic_public')
qualify bool_or(column_key = 'basic') over (partition by report_id, row) and bool_or(column_key = 'basic_personnel') over (partition by report_id, row);

-- 财政拨款 of each row against its three budgets, where the form has both
create or replace macro budget_appropriation(f) as table
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code, if(column_key = 'fiscal', 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key in ('fiscal', 'general_budget', 'government_fund', 'state_capital')
qualify bool_or(column_key = 'fiscal') over (partition by report_id, panel, row) and bool_or(column_key = 'general_budget') over (partition by report_id, panel, row);
