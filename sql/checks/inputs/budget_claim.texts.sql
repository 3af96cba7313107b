-- Macro of the files in which the prose of a budget stands: its own, and that of the text beside its tables (also of PN-15).
-- report_id: budget (star.dim_budget), current version; said_id: the file that says it
create or replace macro budget_texts() as table
select report_id, report_id as said_id from star.dim_budget where is_current
union
select budget.report_id, beside.report_id
from star.dim_budget as budget
join star.dim_budget as beside on beside.unit_key = budget.unit_key and beside.fiscal_year = budget.fiscal_year and beside.phase = budget.phase
where budget.is_current and beside.form_count = 0;
