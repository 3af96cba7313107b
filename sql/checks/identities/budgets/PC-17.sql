-- zh: 按经济分类的一般公共预算项目支出表的合计应当等于一般公共预算支出表的项目支出
-- en: PE16 total must equal the projects of P5
-- name: PE16_equals_P5_projects
-- tolerance: SAME
-- severity: fatal
-- needs: P5, PE16
-- why: 同一支出的两种分类
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from budget_grand('PE16')
union all
select picked.report_id, '', null, 'part', 1, picked.amount_id, picked.value_yuan, picked.half_step_yuan
from pick('part', 1, 'P5', 'total', 'project') as picked
semi join (from budget_grand('PE16')) as own using (report_id)
