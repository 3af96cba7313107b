from told_cell('general_items', 'T5')
union all
from budget_change(['general_items'])
