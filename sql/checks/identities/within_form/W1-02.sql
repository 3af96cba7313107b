from lines('T1', 'amount', 'income_grand_total', ['income_total', 'surplus_used', 'opening'])
