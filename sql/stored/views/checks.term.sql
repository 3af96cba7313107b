select
    item.identity_id, item.report_id, item.instance, item.code, if(item.term.is_total, 'total', 'part') as side, item.term.weight,
    printed.amount_id, if(item.term.is_own, item.term.value_yuan, printed.value_yuan) as value_yuan,
    if(item.term.is_own, item.term.half_step_yuan, printed.half_step_yuan) as half_step_yuan, item.hindrance, item.note, item.page, item.particulars
from stored_items() as item
join stored_numbers() as printed on printed.report_id = item.from_id and printed.number = item.number
union all
select
    identity_id, report_id, instance, code, if(term.is_total, 'total', 'part'), term.weight, term.own_id, term.value_yuan, term.half_step_yuan, hindrance, note, page, particulars
from stored_items()
where number is null
