from contradictions('C-24')
