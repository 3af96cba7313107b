select * from told_cell('three_public', 'T7')
where not contains(instance, '_total')
union all
from shares('three_public', ['abroad', 'vehicles', 'reception'], ['three_public'])
