from pick('total', 1, 'T4', 'expenditure_total', 'total')
union all from pick('part', 1, 'T5', 'total', 'total')
union all from pick('part', 1, 'T8', 'total', 'total')
union all from pick('part', 1, 'T9', 'total', 'total')
