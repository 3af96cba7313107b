-- zh: 财政拨款收支预算总表各类一般公共预算支出应当等于一般公共预算支出表的同类支出
-- en: P4 classes of the general budget must equal those of P5
-- name: P4_classes_equal_P5
-- tolerance: SAME
-- severity: fatal
-- needs: P4, P5
-- why: 同一支出

-- a P4 that does not split its classes by fund is compared where it has no other fund, and nothing comes from the year before
-- or where P5 leaves out what does
with general as (
    select report_id
    from checks.form_amount
    where form = 'P4' and panel = 'left' and column_key = 'amount' and not is_within
    group by report_id
    having coalesce(sum(value_yuan) filter (line in ('government_fund', 'state_capital', 'opening')), 0) = 0
),
split as (select distinct report_id from checks.form_amount where form = 'P4' and column_key = 'general_budget'),
side as (
    select report_id, code as instance, code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P4' and line = 'class' and not is_within and value_yuan is not null
        and (column_key = 'general_budget' or column_key in ('amount', 'total') and report_id in (select report_id from general) and report_id not in (select report_id from split))
    qualify count(*) over (partition by report_id, code) = 1
    union all
    from budget_codes('part', 'P5', 'total')
    where len(code) = 3
)
from both_sides('side')
where report_id not in (select report_id from budget_apart_of_general())
