from lines('T4', 'amount', 'income_total', ['general_budget', 'government_fund', 'state_capital'])
