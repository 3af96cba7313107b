from lines('T1', 'amount', 'income_grand_total', ['expenditure_grand_total'])
