from share_of(['general_budget'], 'expenditure_total')
