from share_of(['fiscal_overall'], 'fiscal_expenditure')
