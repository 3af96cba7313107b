-- zh: 每张表重复印出的合计行应当相同
-- en: Every form: a total row printed twice must show the same amounts
-- name: totals_printed_twice_are_the_same
-- tolerance: SAME
-- severity: error
-- any_of: T2, T3, T5, U4
-- why: 同一合计
-- silent: no total printed twice
with total_row as (
    select *, min(row) over (partition by report_id, form, panel, line) as first_row
    from checks.form_amount
    where line = 'total'
)
select
    report_id, concat_ws(' ', form, column_key, 'r' || row) as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from total_row
where is_repeat
union all
select
    repeated.report_id, concat_ws(' ', repeated.form, repeated.column_key, 'r' || repeated.row), null, 'part', 1,
    first.amount_id, first.value_yuan, first.half_step_yuan
from total_row as repeated
join total_row as first
    on first.report_id = repeated.report_id and first.form = repeated.form and first.panel = repeated.panel
    and first.column_key = repeated.column_key and first.row = repeated.first_row
where repeated.is_repeat
