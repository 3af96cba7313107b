-- Macros that write the terms of an identity. A term is one printed amount on one side of it:
--   report_id, instance (which occurrence within the report), code, side (total | part), weight, amount_id, value_yuan, half_ulp_yuan

-- one cell: line l, column c of form f
create or replace macro pick(s, w, f, l, c) as table
select report_id, '' as instance, null::varchar as code, s as side, w as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and line = l and column_key = c and not is_repeat and not is_within;

-- lines of one column that add up to a total line
create or replace macro lines(f, c, total_line, part_lines) as table
select
    report_id, '' as instance, null::varchar as code, if(line = total_line, 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and column_key = c and not is_repeat and not is_within
    and (line = total_line or list_contains(part_lines, line));

-- columns of each row that add up to a total column
create or replace macro row_sums(f, total_column, part_columns) as table
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = total_column, 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and not is_within and (column_key = total_column or list_contains(part_columns, column_key));

-- each printed parent row against its children, column by column; the 合计 row against the rows without parent
create or replace macro hierarchy(f) as table
select
    report_id, concat_ws(' ', form, coalesce(code, '合计'), column_key) as instance, code, 'total' as side, 1 as weight,
    amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and not is_repeat and (line = 'total' or (line is null and not is_leaf))
union all
select
    report_id, concat_ws(' ', form, coalesce(parent_code, '合计'), column_key), parent_code, 'part', 1,
    amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and line is null and code is not null;

-- 类 rows of a form with functional codes
create or replace macro classes(s, w, f, c) as table
select report_id, coalesce(code, '') as instance, code, s as side, w as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and column_key = c and len(code) = 3 and not is_within;

-- leaf rows of a form with functional codes
create or replace macro leaves(s, w, f, c) as table
select report_id, concat_ws(' ', code, c) as instance, code, s as side, w as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form = f and column_key = c and is_leaf and not is_within;

-- reports whose T4 has money of a fund whose form (T8, T9) their table set does not hold: before 2019 there was no T9
create or replace macro fund_without_form() as table
select distinct cell.report_id
from checks.cell as cell
join checks.form_status as status
    on status.report_id = cell.report_id and status.status = 'not in this table set'
    and status.form = if(cell.column_key = 'government_fund', 'T8', 'T9')
where cell.form = 'T4' and cell.column_key in ('government_fund', 'state_capital') and cell.value_yuan != 0;

-- reports whose form f was read, with or without amounts
create or replace macro form_there(f) as table
select report_id from checks.form_status where form = f and status in ('filled', 'empty', 'declared_empty', 'in doubt');

-- reports whose T1 prints 财政拨款收入 as one line; lines of single funds below it are parts of that line
create or replace macro fiscal_line_there() as table
select report_id from checks.cell where form = 'T1' and line = 'fiscal' and value_yuan is not null;
