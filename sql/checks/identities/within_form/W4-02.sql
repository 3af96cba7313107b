from lines('T4', 'amount', 'income_grand_total', ['income_total', 'opening'])
