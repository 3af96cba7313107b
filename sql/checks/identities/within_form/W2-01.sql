from row_sums('T2', 'total', ['fiscal', 'superior', 'operating', 'business', 'subordinate', 'other'])
