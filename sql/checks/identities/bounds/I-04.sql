-- zh: 财政拨款应当不大于全部，人员经费应当不大于基本支出
-- en: Fiscal money must be within all money, personnel within basic expenditure
-- name: part_of_money_within_the_whole
-- tolerance: INEQ
-- severity: error
-- why: 部分不大于整体
select * replace ('T4 本年支出' as instance) from pick('total', 1, 'T4', 'expenditure_total', 'total')
union all
select * replace ('T4 本年支出' as instance) from pick('part', 1, 'T1', 'expenditure_total', 'amount')
union all
select * replace ('T2 财政拨款' as instance) from pick('total', 1, 'T2', 'total', 'fiscal')
union all
select * replace ('T2 财政拨款' as instance) from pick('part', 1, 'T2', 'total', 'total')
union all
select * replace ('T6 人员经费' as instance) from basic_half('total', 'personnel')
union all
select * replace ('T6 人员经费' as instance) from pick('part', 1, 'T5', 'total', 'basic')
