from hierarchy('T5')
union all from hierarchy('U4')
