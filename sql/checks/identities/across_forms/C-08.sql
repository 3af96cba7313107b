select * replace ('total' as instance) from pick('total', 1, 'T4', 'expenditure_total', 'general_budget')
union all select * replace ('total' as instance) from pick('part', 1, 'T5', 'total', 'total')
union all from classes('total', 1, 'T4', 'general_budget')
union all from classes('part', 1, 'T5', 'total')
