-- zh: 机关运行经费应当不大于一般公共预算基本支出表的公用经费
-- en: P7 running costs must not be above the public expenses of P6
-- name: running_costs_within_P6_public
-- tolerance: INEQ
-- severity: error
-- needs: P6, P7
-- why: 机关运行经费是公用经费的一部分
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_public_costs()
where item = 'operating_costs' and place = 'P7 budget'
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P6' and line = 'total' and column_key = 'within_public' and not is_repeat
    and report_id in (select report_id from budget_public_costs() where item = 'operating_costs' and place = 'P7 budget')
