from told_cell('general_budget', 'T5')
