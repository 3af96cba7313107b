from pick('total', 1, 'T4', 'income_total', 'amount')
union all from pick('part', 1, 'T2', 'total', 'fiscal')
