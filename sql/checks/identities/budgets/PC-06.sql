-- zh: 一般公共预算支出表的基本支出应当等于一般公共预算基本支出表的合计
-- en: P5 basic expenditure must equal the total of P6
-- name: P5_basic_equals_P6
-- tolerance: SAME
-- severity: fatal
-- needs: P5, P6
-- why: 同一支出
with basic as (
    select *, bool_or(column_key = 'basic') over (partition by report_id) as is_whole
    from checks.form_amount
    where form = 'P5' and line = 'total' and not is_repeat and column_key in ('basic', 'basic_personnel', 'basic_public')
)
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from basic
where column_key = 'basic' or not is_whole
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_grand('P6')
semi join basic using (report_id)
