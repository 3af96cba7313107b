-- zh: 政府购买服务预算表的合计应当等于各项之和
-- en: PS total must equal the sum of its items
-- name: PS_items_add_up
-- tolerance: SUM
-- severity: error
-- needs: PS
-- why: 合计行的定义；名称为另一行名称之首的，是其上级
with listed as (
    select own.*, printed.row_label
    from checks.form_amount as own
    join reading.printed_row as printed using (report_id, form, panel, row)
    where own.form = 'PS' and own.column_key = 'amount' and own.is_main
),
side as (
    select report_id, '' as instance, null as code, if(line = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from listed
    where line = 'total' or not exists (
        select 1 from listed as other
        where other.report_id = listed.report_id and other.row != listed.row and starts_with(other.row_label, listed.row_label)
            and other.row_label != listed.row_label
    )
)
from both_sides('side')
