-- Macros for situations of a report (they name report_id) and for relations that several identities share.

-- reports whose T4 has money of a fund whose form (T8, T9) their table set does not hold: before 2019 there was no T9
create or replace macro fund_without_form() as table
select distinct cell.report_id
from checks.form_amount as cell
join checks.form_status as status
    on status.report_id = cell.report_id and status.status = 'not in this table set'
    and status.form = if(cell.column_key = 'government_fund', 'T8', 'T9')
where cell.form = 'T4' and cell.column_key in ('government_fund', 'state_capital') and (cell.value_yuan != 0 or cell.in_doubt);

-- reports whose form f was read, with or without amounts
create or replace macro form_there(f) as table
select report_id from checks.form_status where form = f and status in ('filled', 'empty', 'declared_empty', 'left_blank', 'in doubt');

-- reports whose T1 prints 财政拨款收入 as one line; lines of single funds below it are parts of that line
create or replace macro fiscal_line_there() as table
select report_id from checks.form_amount where form = 'T1' and line = 'fiscal' and (value_yuan is not null or in_doubt);

-- a fund's column of T4 (opening, income, expenditure, closing, classes) against the fund's own form
create or replace macro fund_form(fund, own_form) as table
with line(name, t4_line, t4_column, own_column) as (
    values ('opening', 'opening_' || fund, 'amount', 'opening'), ('income', fund, 'amount', 'income'),
        ('total', 'expenditure_total', fund, 'total'), ('closing', 'closing', fund, 'closing')
)
select
    cell.report_id, line.name as instance, null::varchar as code, if(cell.form = 'T4', 'total', 'part') as side, 1 as weight,
    cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join line on (cell.form = 'T4' and cell.line = line.t4_line and cell.column_key = line.t4_column)
    or (cell.form = own_form and cell.line = 'total' and cell.column_key = line.own_column)
where cell.is_main
union all from classes('total', 1, 'T4', fund)
union all from classes('part', 1, own_form, 'total');

-- items with an amount of one form whose code another form, which is read whole and prints items, does not have: what that one has of each is nothing
create or replace macro not_listed(f, other) as table
select report_id, code, 'part' as side, 1 as weight, null::varchar as amount_id, 0 as value_yuan, 0 as half_step_yuan, map {'code': code} as particulars
from checks.form_amount
where form = f and column_key = 'total' and is_leaf and len(code) = 7 and not is_within and value_yuan != 0
    and report_id in (select report_id from checks.form_amount where form = other and line is null and len(code) = 7)
    and report_id not in (select report_id from reading.amount where form = other and is_held)
    and (report_id, code) not in (select report_id, code from checks.form_amount where form = other and code is not null);
