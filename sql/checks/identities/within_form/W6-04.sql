from lines('T6', 'amount', 'total', ['personnel_total', 'public_total'])
