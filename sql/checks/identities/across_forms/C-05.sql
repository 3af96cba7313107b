from classes('total', 1, 'T1', 'amount')
union all from classes('part', 1, 'T3', 'total')
