-- zh: 一般公共预算支出表的人员经费、公用经费应当等于一般公共预算基本支出表的人员经费、公用经费
-- en: P5 personnel and public expenses must equal those of P6
-- name: P5_personnel_and_public_equal_P6
-- tolerance: SAME
-- severity: error
-- needs: P5, P6
-- why: 同一支出
with side as (
    select report_id, column_key as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P5' and line = 'total' and not is_repeat and column_key in ('basic_personnel', 'basic_public')
    union all
    select report_id, replace(column_key, 'within_', 'basic_'), null, 'part', 1, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P6' and line = 'total' and not is_repeat and column_key in ('within_personnel', 'within_public')
)
from both_sides('side')
