-- Macro for the rows of the forms of budgets (family P) that are of units.

-- 合计 of a form with a row a unit against these rows, column by column; a first row that is the department with all of its units, which follow, is left out
create or replace macro budget_units(f) as table
with cell as (
    select *, min(row) filter (line = 'unit') over (partition by report_id) as first_row
    from checks.form_amount
    where form = f and (line = 'total' and not is_repeat or line = 'unit')
),
split as (
    select
        report_id, column_key, column_number, sum(value_yuan) filter (line = 'total') as whole, sum(value_yuan) filter (row = first_row) as first_unit,
        sum(value_yuan) filter (line = 'unit' and row != first_row) as other_units, sum(half_step_yuan) as bound,
        abs(first_unit - other_units) <= bound as is_whole, coalesce(abs(whole - first_unit - other_units) <= bound, false) as is_one
    from cell
    group by report_id, column_key, column_number
),
grouped as ( -- reports whose first row is all of it: its total is that of the form, or most of its columns that are not 0 are the sums of the rows that follow and no part of the form's, though one number may be misprinted
    select report_id, count(other_units) > 0 and (
        coalesce(bool_or(abs(whole - first_unit) <= bound) filter (column_key in ('total', 'amount')), false)
        or count(*) filter (first_unit != 0 and is_whole and not is_one) > count(*) filter (not is_whole or first_unit != 0 and is_one)
    ) as is_grouped
    from split
    group by report_id
)
select report_id, concat_ws(' ', form, '单位', column_key, if(starts_with(column_key, 'within_'), column_number, null)) as instance, null as code, if(line = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from cell
join grouped using (report_id)
where first_row is not null and not (is_grouped and row = first_row);
