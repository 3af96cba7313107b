from contradictions('C-23')
