from told_cell('fiscal_overall', 'T4')
union all
from told_cell('fiscal_overall', 'U4')
