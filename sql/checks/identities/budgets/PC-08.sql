-- zh: 收支预算总表的人员经费、公用经费应当等于一般公共预算基本支出表的人员经费、公用经费
-- en: P1 personnel and public expenses must equal those of P6 where all money is of the general budget
-- name: P1_personnel_and_public_equal_P6
-- tolerance: SAME
-- severity: error
-- needs: P1, P6
-- why: 全部资金为一般公共预算时为同一支出；只有部分地区的单位预算印出
with general as (
    select whole.report_id
    from budget_grand('P3') as whole
    join budget_grand('P5') as own on own.report_id = whole.report_id and abs(own.value_yuan - whole.value_yuan) <= own.half_step_yuan + whole.half_step_yuan
),
side as (
    select report_id, column_key as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P1' and line = 'expenditure_grand_total' and not is_repeat and column_key in ('within_personnel', 'within_public') and report_id in (select report_id from general)
    union all
    select report_id, column_key, null, 'part', 1, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P6' and line = 'total' and not is_repeat and column_key in ('within_personnel', 'within_public')
)
from both_sides('side')
