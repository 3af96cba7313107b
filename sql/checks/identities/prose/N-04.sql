-- zh: 支出决算说明的各类支出应当与支出决算表一致，占比应当等于部分÷合计，其和应当为100%
-- en: Prose: expenditure by nature and class must equal T3, shares must be quotients and add up to 100
-- name: expenditure_equals_T3
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处；占比的定义
from claims_and_cells('expenditure', 'T3')
union all
from claims_and_cells('overall', 'T3')
union all
from shares('expenditure', ['basic', 'project', 'remitted', 'business_expenditure', 'subsidy', 'other_kinds'], ['expenditure_total', 'expenditure_grand_total'])
union all by name
(select * replace ('function ' || instance as instance) from shares('expenditure', ['function'], ['expenditure_total', 'expenditure_grand_total']))
union all
from share_of_listed('expenditure', ['expenditure_total', 'expenditure_grand_total'])
union all by name
from sum_of_listed('expenditure')
