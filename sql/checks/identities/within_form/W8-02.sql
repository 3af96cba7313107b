from row_sums('T8', 'total', ['basic', 'project'])
union all from hierarchy('T8')
