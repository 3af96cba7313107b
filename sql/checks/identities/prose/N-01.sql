-- zh: 决算说明的收、支总计应当与收入支出决算总表一致
-- en: Prose: total income and expenditure must equal T1
-- name: totals_equal_T1
-- tolerance: SAME
-- severity: fatal
-- why: 同一事实印两处
from claims_and_cells('overall', 'T1')
