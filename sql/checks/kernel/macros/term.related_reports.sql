-- Macros for identities between a report and those beside it (checks.related_report): last year's, its units', an earlier version.

-- one cell of last year's report: line l, column c of form f
create or replace macro last_year(s, w, f, l, c) as table
select beside.report_id, picked.instance, picked.code, picked.side, picked.weight, picked.amount_id, picked.value_yuan, picked.half_step_yuan
from pick(s, w, f, l, c) as picked
join checks.related_report as beside on beside.other_id = picked.report_id and beside.relation = 'prior_year';

-- one cell of a report that has last year's beside it
create or replace macro this_year(s, w, f, l, c) as table
from pick(s, w, f, l, c) where report_id in (select report_id from checks.related_report where relation = 'prior_year');

-- reports that use or allocate surplus, so that what the year opens with does not follow from totals and expenditure
create or replace macro allocates() as table
select distinct report_id from checks.form_amount where form = 'T1' and line in ('surplus_allocated', 'surplus_used') and (value_yuan != 0 or in_doubt)
union
select distinct report_id from checks.prose_claim where subject in ('surplus_allocated', 'surplus_used') and role = 'value' and amount != 0;
