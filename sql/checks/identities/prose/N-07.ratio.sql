from share_of(['general_structure'], 'general_budget')
