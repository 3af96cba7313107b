from pick('total', 1, 'T1', 'expenditure_total', 'amount')
union all from pick('part', 1, 'T3', 'total', 'total')
