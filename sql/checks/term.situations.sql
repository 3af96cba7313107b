-- Macros that name reports in a situation an identity must know of: report_id.

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
