from hierarchy('T6') where code is not null
