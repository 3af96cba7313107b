-- Macro for the lists of budgets (family P), whose rows go by no classification.

-- each row of a list against the rows that are its parts (part_of), column by column, quantities (数量) as well, which are exact; the three kinds of procurement
-- have an identity of their own
create or replace macro budget_list(f) as table
with listed as (
    select report_id, panel, row, part_of, line, column_number, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = f and not (line = 'total' and is_repeat)
    union all
    select counted.report_id, counted.panel, counted.row, counted.part_of, counted.line, counted.column_number, counted.amount_id, counted.value::decimal(24, 4), 0
    from reading.amount as counted
    semi join checks.form_amount as own
        on own.report_id = counted.report_id and own.form = counted.form and own.panel = counted.panel and own.row = counted.row and not (own.line = 'total' and own.is_repeat)
    where counted.form = f and counted.column_key = 'count' and not counted.is_held
),
part as (from listed where part_of is not null and coalesce(line, '') not in ('goods', 'works', 'services'))
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || part_of, column_number) as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from part
union all
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || row, column_number), null, 'total', 1, amount_id, value_yuan, half_step_yuan
from listed as whole
semi join part on part.report_id = whole.report_id and part.panel = whole.panel and part.part_of = whole.row and part.column_number = whole.column_number;
