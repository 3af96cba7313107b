from told_cell('expenditure', 'T3')
union all
from shares('expenditure', ['basic', 'project', 'remitted', 'business_expenditure', 'subsidy'], ['expenditure_total', 'expenditure_grand_total'])
union all by name
(select * replace ('function ' || instance as instance) from shares('expenditure', ['function'], ['expenditure_total', 'expenditure_grand_total']))
