-- zh: 收入决算说明的各项收入应当与收入决算表一致，占比应当等于部分÷合计，其和应当为100%
-- en: Prose: income and its sources must equal T2, shares must be quotients and add up to 100
-- name: income_equals_T2
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处；占比的定义
from claims_and_cells('income', 'T2')
union all
from claims_and_cells('overall', 'T2')
union all
from shares('income', ['income_fiscal', 'income_superior', 'income_operating', 'income_operating_own', 'special_accounts', 'income_business', 'income_subordinate', 'income_other', 'other_kinds'], ['income_total', 'income_grand_total'])
union all
from share_of_listed('income', ['income_total', 'income_grand_total'])
union all
from sum_of_listed('income')
