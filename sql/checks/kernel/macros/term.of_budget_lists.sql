-- Macro for the lists of budgets (family P), whose rows go by no classification.

-- each row of a list against the rows that are its parts (reading.amount.part_of), column by column; the three kinds of procurement have an identity of their own
create or replace macro budget_list(f) as table
with listed as (
    select own.report_id, own.panel, own.code, own.line, own.amount_id, own.value_yuan, own.half_step_yuan, printed.row, printed.column_number, printed.part_of
    from checks.form_amount as own
    join reading.amount as printed on printed.amount_id = own.amount_id and printed.form = f
    where own.form = f and not (own.line = 'total' and own.is_repeat)
),
part as (from listed where part_of is not null and coalesce(line, '') not in ('goods', 'works', 'services'))
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || part_of, column_number) as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from part
union all
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || row, column_number), null, 'total', 1, amount_id, value_yuan, half_step_yuan
from listed as whole
semi join part on part.report_id = whole.report_id and part.panel = whole.panel and part.part_of = whole.row and part.column_number = whole.column_number;
