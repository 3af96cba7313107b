from growth_of(['prior_year'])
