from share_of(['expenditure'], 'expenditure_total')
