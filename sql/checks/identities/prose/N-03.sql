-- zh: 收入决算说明：各项收入与收入决算表一致，占比＝部分÷合计，占比之和为100
-- en: Prose: income and its sources equal T2, shares are quotients and add up to 100
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处；占比的定义
from claims_and_cells('income', 'T2')
union all
from shares('income', ['income_fiscal', 'income_superior', 'income_operating', 'income_business', 'income_subordinate', 'income_other'], ['income_total', 'income_grand_total'])
