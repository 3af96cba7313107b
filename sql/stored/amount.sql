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
-- hundredths: number as printed, in hundredths
-- own_value: number as printed, where hundredths are too coarse
-- decimals: decimals
-- counted_in: money unit
-- is_own: whether value and half step in 元 are not what number, decimals and unit give, and stand here
-- own_yuan: value in 元 then
-- own_half_yuan: half step in 元 then
-- is_held: held
with told as (
    select
        *, (value * 100)::hugeint as hundredths, (
            in_yuan(value, counted_in) is distinct from value_yuan or half_in_yuan(decimals, counted_in) is distinct from half_step_yuan
        ) as is_own
    from reading.amount
)
select
    report_id, (row_number() over (partition by report_id order by amount_id))::integer as number,
    if(amount_key(report_id, page, form, panel, row, column_number) is distinct from amount_id, amount_id, null) as own_id,
    page, bbox, form, panel, row, column_number, row_label, code, line, column_key, heading, is_within, text, mark, hundredths,
    if(of_hundredths(hundredths) is distinct from value, value, null) as own_value, decimals, counted_in, is_own,
    if(is_own, value_yuan, null) as own_yuan, if(is_own, half_step_yuan, null) as own_half_yuan, is_held
from told
order by report_id, number
