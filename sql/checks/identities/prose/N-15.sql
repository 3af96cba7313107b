-- zh: 政府性基金、国有资本经营说明应当与表一致
-- en: Prose: government funds and state capital must equal T8 and T9
-- name: funds_equal_T8_T9
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
from claims_and_cells('government_fund', 'T8')
union all
from claims_and_cells('state_capital', 'T9')
