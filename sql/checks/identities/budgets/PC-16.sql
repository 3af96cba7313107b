-- zh: 按功能分类的一般公共预算基本支出表的合计应当等于一般公共预算基本支出表的合计
-- en: PF6 total must equal the total of P6
-- name: PF6_equals_P6
-- tolerance: SAME
-- severity: fatal
-- needs: P6, PF6
-- why: 同一支出的两种分类
select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from budget_grand('PF6')
union all
select report_id, '', null, 'part', 1, amount_id, value_yuan, half_step_yuan from budget_grand('P6')
