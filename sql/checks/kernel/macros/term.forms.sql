-- Macros that write the terms of an identity. A term is one printed amount on one side of it:
--   report_id, instance (which occurrence within the report), code, side (total | part), weight, amount_id, value_yuan, half_step_yuan

-- one cell: line l, column c of form f
create or replace macro pick(s, w, f, l, c) as table
select report_id, '' as instance, null::varchar as code, s as side, w as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and line = l and column_key = c and is_main;

-- lines of one column that add up to a total line
create or replace macro lines(f, c, total_line, part_lines) as table
select
    report_id, '' as instance, null::varchar as code, if(line = total_line, 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key = c and is_main
    and (line = total_line or list_contains(part_lines, line));

-- columns of each row that add up to a total column
create or replace macro row_sums(f, total_column, part_columns) as table
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = total_column, 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and not is_within and (column_key = total_column or list_contains(part_columns, column_key));

-- what a blank says of a side of a branch without an amount: nothing, beside a side with one, where elsewhere the column is filled on both sides
create or replace macro of_blank(value, mark, own, other, is_used) as if(value is null and mark in ('blank', 'dash') and own is null and other != 0 and is_used, 0, value);

-- each printed parent row against its children, column by column; the 合计 row against the rows without parent
create or replace macro hierarchy(f) as table
with branch as (
    select report_id, concat_ws(' ', form, coalesce(code, '合计'), column_key) as instance, code, 'total' as side, amount_id, value_yuan, half_step_yuan, mark, column_key
    from checks.form_amount
    where form = f and not is_repeat and (line = 'total' or (line is null and not is_leaf))
    union all
    select report_id, concat_ws(' ', form, coalesce(parent_code, '合计'), column_key), parent_code, 'part', amount_id, value_yuan, half_step_yuan, mark, column_key
    from checks.form_amount
    where form = f and line is null and code is not null
)
select
    report_id, instance, code, side, 1 as weight, amount_id,
    of_blank(
        value_yuan, mark, sum(value_yuan) over (partition by report_id, instance, side), sum(value_yuan) over (partition by report_id, instance),
        count(distinct side) filter (value_yuan != 0) over (partition by report_id, column_key) > 1
    ) as value_yuan,
    half_step_yuan
from branch;

-- 类 rows of a form with functional codes
create or replace macro classes(s, w, f, c) as table
select report_id, coalesce(code, '') as instance, code, s as side, w as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key = c and len(code) = 3 and not is_within;

-- leaf rows of a form with functional codes
create or replace macro leaves(s, w, f, c) as table
select report_id, concat_ws(' ', code, c) as instance, code, s as side, w as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = f and column_key = c and is_leaf and not is_within;
