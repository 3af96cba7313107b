from classes('total', 1, 'T4', 'total')
union all from classes('part', 1, 'T1', 'amount')
