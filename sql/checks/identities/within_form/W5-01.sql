from row_sums('T5', 'total', ['basic', 'project'])
union all from row_sums('U4', 'total', ['basic', 'project'])
