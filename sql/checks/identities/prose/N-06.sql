-- zh: 一般公共预算总体说明的支出应当与决算表一致，占比应当等于部分÷合计
-- en: Prose: general budget expenditure must equal T5, its share must be the quotient
-- name: general_budget_equals_T5
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
from claims_and_cells('general_budget', 'T5')
