with told as (
    select *, coalesce(own_value, of_hundredths(hundredths)) as value
    from stored.amount
)
select
    report_id, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id, page, bbox, form, panel, row,
    column_number, row_label, code, line, column_key, heading, is_within, text, mark, value, decimals, counted_in,
    if(is_own, own_yuan, in_yuan(value, counted_in)) as value_yuan, if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan,
    is_held
from told
