-- 印出的金额，存放形式 / Printed amounts as they lie in the file; people ask reading.amount, a view of it.
-- report: report (stored.report), by which the search of the desk knows it
-- report_id: report
-- number: number of the amount among all that is printed, by which terms and tokens name it
-- own_id: amount_id, where it is not what page, form, panel, row and column give
-- page: page
-- bbox: box
-- form: form
-- panel: panel
-- row: row
-- part_of: row of which it is a part
-- column_number: column
-- row_label: row name
-- code: code
-- line: meaning of the row
-- column_key: meaning of the column
-- heading: column heading
-- is_within: a 其中 part
-- text: text
-- mark: mark
-- decimals: decimals
-- counted_in: money unit
-- is_own: whether number, value and half step in 元 do not follow from text, decimals and unit, and stand here
-- own_value: number as printed then
-- own_yuan: value in 元 then
-- own_half_yuan: half step in 元 then
-- is_held: held
-- may_be_elsewhere: what is held is its row, its column or where it ends
-- origin: table or ocr
-- confirmed_by: who has confirmed a held cell
with weighed as (
    select
        *, (
            number_of(text) is distinct from value or in_yuan(text, counted_in) is distinct from value_yuan
            or half_in_yuan(decimals, counted_in) is distinct from half_step_yuan
        ) as is_own
    from reading.amount
)
select
    printed.report, told.report_id, printed.number,
    if(amount_key(told.report_id, told.page, told.form, told.panel, told.row, told.column_number) is distinct from told.amount_id, told.amount_id, null) as own_id,
    told.page, told.bbox, told.form, told.panel, told.row, told.part_of, told.column_number, told.row_label, told.code, told.line, told.column_key, told.heading,
    told.is_within, told.text, told.mark, told.decimals, told.counted_in, told.is_own, if(told.is_own, told.value, null) as own_value,
    if(told.is_own, told.value_yuan, null) as own_yuan, if(told.is_own, told.half_step_yuan, null) as own_half_yuan, told.is_held, told.may_be_elsewhere, told.origin, told.confirmed_by
from weighed as told
join number_in_order as printed on printed.amount_id = told.amount_id
order by printed.number
