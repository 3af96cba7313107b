-- 印出的金额，存放形式 / Printed amounts as they lie in the file; people ask reading.amount, a view of it.
-- report_id: report
-- number: place among the amounts of its report, from 1
-- own_id: amount_id, where it is not what page, form, panel, row and column give
-- page: page
-- bbox: box
-- form: form
-- panel: panel
-- row: row
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
-- yuan: value in 元, to the cent
-- is_own: whether number, value and half step in 元 do not follow from yuan, decimals and unit, and stand here
-- own_value: number as printed then
-- own_yuan: value in 元 then
-- own_half_yuan: half step in 元 then
-- is_held: held
-- origin: table or ocr
-- confirmed_by: who has confirmed a held cell
with told as (
    select *, try_cast(value_yuan as decimal(18, 2)) as yuan
    from reading.amount
),
weighed as (
    select
        *, (
            yuan::decimal(24, 4) is distinct from value_yuan or in_unit(yuan, counted_in) is distinct from value
            or half_in_yuan(decimals, counted_in) is distinct from half_step_yuan
        ) as is_own
    from told
)
select
    report_id, (row_number() over (partition by report_id order by amount_id))::integer as number,
    if(amount_key(report_id, page, form, panel, row, column_number) is distinct from amount_id, amount_id, null) as own_id,
    page, bbox, form, panel, row, column_number, row_label, code, line, column_key, heading, is_within, text, mark, decimals, counted_in,
    if(is_own, null, yuan) as yuan, is_own, if(is_own, value, null) as own_value, if(is_own, value_yuan, null) as own_yuan,
    if(is_own, half_step_yuan, null) as own_half_yuan, is_held, origin, confirmed_by
from weighed
order by report_id, number
