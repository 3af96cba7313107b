-- zh: 财政拨款总表一般公共预算栏应当与一般公共预算支出决算表一致（合计与各类）
-- en: The general budget column of T4 must equal T5, in total and by class
-- name: T4_general_budget_equals_T5
-- tolerance: SAME
-- severity: fatal
-- needs: T4, T5
-- why: 同一事实印在两张表
select * replace ('total' as instance) from pick('total', 1, 'T4', 'expenditure_total', 'general_budget')
union all select * replace ('total' as instance) from pick('part', 1, 'T5', 'total', 'total')
union all from classes('total', 1, 'T4', 'general_budget')
union all from classes('part', 1, 'T5', 'total')
