-- zh: 按经济分类的一般公共预算支出表的合计应当等于一般公共预算支出表的合计
-- en: PE5 total must equal the total of P5
-- name: PE5_equals_P5
-- tolerance: SAME
-- severity: fatal
-- needs: P5, PE5
-- why: 同一支出的两种分类
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from budget_grand('PE5')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan from budget_grand('P5')
