from fund_form('government_fund', 'T8')
