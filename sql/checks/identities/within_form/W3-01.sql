from row_sums('T3', 'total', ['basic', 'project', 'remitted', 'business', 'subsidy'])
