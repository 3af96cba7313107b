from told_cell('income', 'T2')
union all
from shares('income', ['income_fiscal', 'income_superior', 'income_operating', 'income_business', 'income_subordinate', 'income_other'], ['income_total', 'income_grand_total'])
