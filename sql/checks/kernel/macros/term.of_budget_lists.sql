-- Macro for the lists of budgets (family P), whose rows go by no classification.

-- each row of a list against the rows that are its parts (part_of), column by column; the three kinds of procurement have an identity of their own
create or replace macro budget_list(f) as table
with listed as (
    select *
    from checks.form_amount
    where form = f and not (line = 'total' and is_repeat)
),
part as (from listed where part_of is not null and coalesce(line, '') not in ('goods', 'works', 'services'))
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || part_of, column_number) as instance, null as code, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from part
union all
select report_id, concat_ws(' ', f, nullif(panel, ''), 'r' || row, column_number), null, 'total', 1, amount_id, value_yuan, half_step_yuan
from listed as whole
semi join part on part.report_id = whole.report_id and part.panel = whole.panel and part.part_of = whole.row and part.column_number = whole.column_number;
