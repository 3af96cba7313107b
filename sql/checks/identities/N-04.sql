from told_cell('expenditure', 'T3')
union all
from shares('expenditure', ['basic', 'project', 'remitted', 'business_expenditure', 'subsidy'])
union all by name
(select * replace ('function ' || instance as instance) from shares('expenditure', ['function']))
