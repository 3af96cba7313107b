from pick('total', 1, 'T5', 'total', 'basic')
union all from pick('part', 1, 'T6', 'personnel_total', 'amount')
union all from pick('part', 1, 'T6', 'public_total', 'amount')
