from said('total', 1, ['running_costs'], ['running_costs'], 'value')
union all
from pick('part', 1, 'T6', 'public_total', 'amount')
