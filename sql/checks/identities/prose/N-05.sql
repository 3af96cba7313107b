-- zh: 财政拨款说明的总计应当与财政拨款收入支出决算总表一致，占比应当等于部分÷合计
-- en: Prose: fiscal appropriation must equal T4 or U4, shares must be quotients
-- name: fiscal_appropriation_equals_T4
-- tolerance: SAME
-- severity: fatal
-- why: 同一事实印两处
from claims_and_cells('fiscal_overall', 'T4')
union all
from claims_and_cells('fiscal_overall', 'U4')
union all -- a class paid from several funds is of T4; where no form of all funds is printed, the items are those of the general budget
from claims_and_cells('fiscal_overall', 'T5')
union all -- T9 of most places has no income
from claims_and_cells('state_capital', 'T4')
