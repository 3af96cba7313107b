from hierarchy('T3')
