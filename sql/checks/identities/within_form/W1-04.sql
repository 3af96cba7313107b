from lines('T1', 'amount', 'expenditure_grand_total', ['expenditure_total', 'surplus_allocated', 'closing'])
