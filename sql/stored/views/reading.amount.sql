select
    report_id, coalesce(own_id, amount_key(report_id, page, form, panel, row, column_number)) as amount_id,
    page, bbox, form, panel, row, part_of, column_number, row_label, code, line,
    column_key, heading, is_within, text, mark,
    if(is_own, own_value, number_of(text)) as value, decimals, counted_in,
    if(is_own, own_yuan, in_yuan(text, counted_in)) as value_yuan,
    if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan, is_held, may_be_elsewhere, origin, confirmed_by
from stored.amount
