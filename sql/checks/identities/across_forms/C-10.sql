from fund_form('state_capital', 'T9')
