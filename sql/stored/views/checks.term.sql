select
    item.identity_id, item.report_id, item.instance, item.code, if(item.is_total, 'total', 'part') as side, item.weight,
    printed.amount_id, if(item.is_own, item.value_yuan, printed.value_yuan) as value_yuan,
    if(item.is_own, item.half_step_yuan, printed.half_step_yuan) as half_step_yuan, item.hindrance, item.note, item.page, item.particulars
from stored_items() as item
join stored_numbers() as printed using (number)
union all
select identity_id, report_id, instance, code, if(is_total, 'total', 'part'), weight, own_id, value_yuan, half_step_yuan, hindrance, note, page, particulars
from stored_others()
where number is null
