from lines('T1', 'amount', 'income_total', ['fiscal', 'general_budget', 'government_fund', 'state_capital', 'superior', 'operating', 'business', 'subordinate', 'other'])
