-- Macro for the columns of the forms of budgets (family P) that stand below one heading.

-- 小计 of each row, of units too, against the columns below the same heading, and the 小计 of those below it; none where what stands further below has no 小计
create or replace macro budget_row_parts(f) as table
with printed as (
    select own.*, regexp_extract(amount.heading, '^(.*)/', 1) as branch, regexp_matches(amount.heading, '/(小计|合计)$') as is_sum
    from checks.form_amount as own
    join reading.amount as amount on amount.amount_id = own.amount_id
    where own.form = f and own.column_key not in ('within_of', 'procurement')
),
placed as (
    select *, if(is_sum, 'total', 'part') as side from printed
    union all
    select * replace (regexp_extract(branch, '^(.*)/', 1) as branch), 'part' from printed where is_sum
),
unsummed as (select report_id, row, panel, branch from placed group by all having not bool_or(side = 'total'))
select report_id, concat_ws(' ', form, 'r' || row, branch) as instance, code, side, 1 as weight, amount_id, value_yuan, half_step_yuan
from placed
where branch != '' and not exists (
    from unsummed
    where unsummed.report_id = placed.report_id and unsummed.row = placed.row and unsummed.panel = placed.panel and starts_with(unsummed.branch, placed.branch || '/')
)
window beside as (partition by report_id, panel, row, branch)
qualify count(*) filter (side = 'total') over beside = 1 and count(*) filter (side = 'part' and value_yuan is not null) over beside > 0;
