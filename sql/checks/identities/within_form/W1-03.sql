from lines('T1', 'amount', 'expenditure_total', ['class'])
