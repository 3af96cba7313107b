-- Macro for identities within a form: its total rows printed once more (families W and P).

-- a total row printed twice, at the top and at the end of a panel; of_budgets: in the forms of budgets, else of final accounts
create or replace macro totals_again(of_budgets) as table
with total_row as (
    select
        *, concat_ws(' ', form, if(line = 'total', null, panel), column_key, 'r' || row) as place,
        min(row) over (partition by report_id, form, panel, line) as first_row
    from checks.form_amount
    where starts_with(form, 'P') = of_budgets
        and line in ('total', 'income_total', 'expenditure_total', 'income_grand_total', 'expenditure_grand_total')
)
select report_id, place as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from total_row
where is_repeat
union all
select again.report_id, again.place, null, 'part', 1, first.amount_id, first.value_yuan, first.half_step_yuan
from total_row as again
join total_row as first
    on first.report_id = again.report_id and first.form = again.form and first.panel = again.panel and first.line = again.line
    and first.column_key = again.column_key and first.row = again.first_row
where again.is_repeat;
