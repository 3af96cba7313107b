-- zh: 财政拨款支出预算表的基本支出应当等于财政拨款基本支出预算表的合计
-- en: PU4 basic expenditure must equal the total of PU6
-- name: PU4_basic_equals_PU6
-- tolerance: SAME
-- severity: fatal
-- needs: PU4, PU6
-- why: 同一支出
from pick('total', 1, 'PU4', 'total', 'basic')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan
from budget_grand('PU6')
semi join (from pick('total', 1, 'PU4', 'total', 'basic')) as split using (report_id)
