-- zh: 一般公共预算总体说明：支出与决算表一致，占比＝部分÷合计
-- en: Prose: general budget expenditure equals T5, its share is the quotient
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
from claims_and_cells('general_budget', 'T5')
