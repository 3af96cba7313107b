-- 预算表中印出的增减：增减额、增减率与其所比的两个数 / Changes printed in the forms of a budget, amount or rate, each with the two numbers it is the difference of.
-- report_id: budget
-- form: form key
-- change_id: cell of the change (reading.amount)
-- place: row and column of it, and the code of its row
-- code: functional code of the row
-- is_rate: a rate in %, else money
-- sign: −1 where a decrease is printed without a sign, as all of several in the form are; else 1
-- change: the change in 元, or in %
-- change_half: half a unit of its last printed decimal
-- value_id: cell of the year
-- amount: its amount in 元; null where it is blank
-- half: half a unit of its last printed decimal
-- prior_id: cell of the year before
-- prior: its amount in 元; null where it is blank
-- prior_half: half a unit of its last printed decimal
with cell as (
    select
        amount.report_id, amount.form, amount.panel, amount.row, amount.column_number, amount.code, amount.column_key, amount.amount_id, amount.heading,
        coalesce(amount.value_yuan, amount.value) as value, coalesce(amount.half_step_yuan, half_step(amount.decimals)) as half,
        amount.mark = 'number' as is_printed, amount.counted_in = '%' as is_rate, regexp_extract(amount.heading, '(扣除[^后)）/]*)', 1) as without,
        regexp_replace(amount.heading, '^[^/]*/', '') as tail, contains(split_part(amount.heading, '/', 1), '增减') as is_beside, contains(amount.row_label, '增减') as is_below
    from reading.amount
    join star.disclosure as report on report.report_id = amount.report_id and report.is_current and report.kind = 'budget'
    where is_due(amount.report_id) and amount.mark in ('number', 'blank', 'dash') and not amount.is_held
        and (amount.form, amount.report_id) in (select (form, report_id) from reading.amount where column_key = 'change' and starts_with(form, 'P'))
),
triple as ( -- the year before is a column of its own: 2025年执行数, 2026年预算数, 2026年预算数比2025年执行数
    select change.amount_id, own.amount_id as value_id, earlier.amount_id as prior_id
    from cell as change
    join cell as earlier using (report_id, form, panel, row, without)
    join cell as own using (report_id, form, panel, row, without)
    where change.column_key = 'change' and change.is_printed and form != 'P7' and earlier.column_key in ('other_year', 'last_year') and not earlier.is_rate and not own.is_rate
        and if(without = '', own.column_key in ('total', 'amount'), own.column_key not in ('other_year', 'last_year', 'change'))
        and (
            regexp_extract(regexp_extract(change.heading, '比(.*)', 1), '执行|预算|决算', 0) in ('', regexp_extract(earlier.heading, '执行|预算|决算', 0))
            or not regexp_matches(earlier.heading, '执行|预算|决算')
        )
    union all -- the three public expenses: the years and the change are groups of columns alike, columns beside an item, or rows one below the other
    select change.amount_id, own.amount_id, earlier.amount_id
    from cell as change
    join cell as own using (report_id, form)
    join cell as earlier using (report_id, form)
    where form = 'P7' and change.is_printed and starts_with(own.column_key, 'budget_') and earlier.column_key = 'prior_' || own.column_key[8:] and case
            when change.is_beside then (own.row, earlier.row) = (change.row, change.row) and (
                not contains(change.heading || own.heading || earlier.heading, '/') or not change.is_rate and (own.tail, earlier.tail) = (change.tail, change.tail)
            )
            else change.is_below and not change.is_rate and (own.row, own.heading, earlier.row, earlier.heading) = (change.row - 1, change.heading, change.row - 2, change.heading)
        end
)
select
    change.report_id, change.form, change.amount_id as change_id, concat_ws(' ', change.form, change.code, 'r' || change.row, 'c' || change.column_number) as place,
    change.code, change.is_rate,
    if(coalesce(own.value, 0) < earlier.value and min(change.value) over printed >= 0 and count(*) filter (coalesce(own.value, 0) < earlier.value) over printed > 1, -1, 1) as sign, change.value as change, change.half as change_half,
    own.amount_id as value_id, own.value as amount, own.half, earlier.amount_id as prior_id, earlier.value as prior, earlier.half as prior_half
from (from triple qualify count(*) over (partition by amount_id) = 1) as one
join cell as change on change.amount_id = one.amount_id
join cell as own on own.amount_id = one.value_id
join cell as earlier on earlier.amount_id = one.prior_id
window printed as (partition by change.report_id, change.form, change.is_rate)
