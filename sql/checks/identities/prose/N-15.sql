from told_cell('government_fund', 'T8')
union all
from told_cell('state_capital', 'T9')
