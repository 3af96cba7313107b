from pick('total', 1, 'T4', 'income_grand_total', 'amount')
union all from pick('part', 1, 'T4', 'expenditure_grand_total', 'total')
