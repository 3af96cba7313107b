from hierarchy('T2')
