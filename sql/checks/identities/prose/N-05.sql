-- zh: 财政拨款说明：总计与财政拨款收入支出决算总表一致，占比＝部分÷合计
-- en: Prose: fiscal appropriation equals T4 or U4, shares are quotients
-- tolerance: SAME
-- severity: fatal
-- why: 同一事实印两处
from claims_and_cells('fiscal_overall', 'T4')
union all
from claims_and_cells('fiscal_overall', 'U4')
