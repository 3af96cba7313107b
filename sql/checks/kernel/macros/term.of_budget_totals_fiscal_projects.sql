-- Macro for what the forms of budgets spend on projects out of the fiscal appropriation (family P).

-- what is spent on projects out of the fiscal appropriation, a form a row, and what the year before left where they leave it out (is_left), of reports that have other money too
create or replace macro budget_fiscal_projects() as table
with cell as (
    select report_id, amount_id, value_yuan, half_step_yuan, false as is_left
    from checks.form_amount
    where form in ('P5', 'P8', 'P9') and is_main and line = 'total' and value_yuan != 0 and column_key in ('project', 'total')
    qualify row_number() over (partition by report_id, form order by column_key != 'project') = 1 and (form = 'P9' or column_key = 'project')
    union all
    select report_id, amount_id, value_yuan, half_step_yuan, true from budget_apart()
),
whole as (from budget_grand('P3')),
fiscal as (
    select report_id, max(value_yuan) as value_yuan
    from checks.form_amount
    where form = 'P4' and is_main and not in_doubt and panel != 'left' and line = 'expenditure_grand_total' and column_key in ('amount', 'total')
    group by report_id
)
select
    cell.*, coalesce(sum(cell.value_yuan) filter (not is_left) over of_it, 0) as of_year, coalesce(sum(cell.value_yuan) filter (is_left) over of_it, 0) as left_over,
    sum(cell.half_step_yuan) over of_it as forms_half
from cell
join whole using (report_id)
join fiscal using (report_id)
where fiscal.value_yuan < whole.value_yuan - 2 * whole.half_step_yuan
window of_it as (partition by report_id);
