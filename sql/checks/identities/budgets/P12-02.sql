-- zh: 政府采购预算表的每行合计应当等于各资金来源之和，小计应当等于其各项之和
-- en: P12: the total of each row must equal its sources of money, a subtotal the columns it is of
-- name: P12_sources_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P12
-- why: 合计的定义
-- silent: the form has no such column

-- that most rows add up shows that the columns are all sources of money, and none a part of another
with cell as (
    select
        own.report_id, own.row, own.code, own.amount_id, own.value_yuan, own.half_step_yuan, own.column_key = 'total' as is_total,
        regexp_extract(printed.heading, '^(.*)/', 1) as branch, ends_with(printed.heading, '/小计') as is_sum
    from checks.form_amount as own
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.form = 'P12' and own.column_key in ('total', 'within_fund')
    qualify bool_or(own.column_key = 'within_fund') over (partition by own.report_id)
),
placed as (select *, not is_total and bool_or(is_sum) over (partition by report_id, row, branch) as is_summed from cell),
side as (
    select report_id, 'P12 r' || row as instance, code, if(is_total, 'total', 'part') as side, amount_id, value_yuan, half_step_yuan
    from placed
    where is_sum or not is_summed
    union all
    select report_id, concat_ws(' ', 'P12 r' || row, branch), code, if(is_sum, 'total', 'part'), amount_id, value_yuan, half_step_yuan
    from placed
    where is_summed
),
residual as (
    select report_id, sum(if(side = 'total', value_yuan, -value_yuan)) as residual, sum(half_step_yuan) filter (value_yuan is not null) as bound
    from side
    group by report_id, instance
    having count(value_yuan) filter (side = 'total') > 0 and count(value_yuan) filter (side = 'part') > 0
),
known as (select report_id from residual group by report_id having 2 * count(*) filter (abs(residual) <= bound) > count(*))
select report_id, instance, code, side, 1 as weight, amount_id, value_yuan, half_step_yuan
from side
semi join known using (report_id)
