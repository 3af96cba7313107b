-- zh: 财政拨款收支预算总表的收入总计应当等于本年收入合计与其下各项之和，没有本年收入合计的等于各项收入之和
-- en: P4: total income must equal income of the year and what stands below it, or the sum of all sources
-- name: P4_total_income_adds_up
-- tolerance: SUM
-- severity: fatal
-- needs: P4
-- why: 财政拨款收支预算总表的定义
select report_id, '' as instance, null as code, if(line = 'income_grand_total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P4' and panel = 'left' and line in ('income_grand_total', 'income_total') and column_key = 'amount' and not is_repeat and not is_within
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_sources('P4')
where not is_above
