-- zh: 部门收入预算表逐行列示的每项小计应当等于其下各行之和
-- en: P2 printed as lines: each subtotal must equal the sum of the lines below it
-- name: P2_subtotals_of_lines_add_up
-- tolerance: SUM
-- severity: error
-- needs: P2
-- why: 小计的定义
-- silent: no details printed
with line as (
    select
        amount.*, printed.row_label, amount.line = 'within_part' as is_part, last_value(if(is_part, null, amount.row) ignore nulls) over above as whole
    from checks.form_amount as amount
    join reading.printed_row as printed using (report_id, form, panel, row)
    where amount.form = 'P2' and amount.column_key = 'amount'
    window above as (partition by amount.report_id order by amount.row rows between unbounded preceding and current row)
)
select
    report_id, concat_ws(' ', 'P2', 'r' || whole) as instance, null as code, if(is_part, 'part', 'total') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from line
window below as (partition by report_id, whole)
qualify bool_or(row = whole and row_label like '%小计') over below and count(value_yuan) filter (is_part) over below > 0
    and not bool_or(is_part and row_label like '其中%') over below
