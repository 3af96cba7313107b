from pick('total', 1, 'T2', 'total', 'fiscal')
union all
from pick('part', 1, 'T1', 'fiscal', 'amount')
union all from pick('part', 1, 'T1', 'general_budget', 'amount')
union all from pick('part', 1, 'T1', 'government_fund', 'amount')
union all from pick('part', 1, 'T1', 'state_capital', 'amount')
