-- zh: 一般公共预算具体说明的各项决算应当与决算表一致，增减额与完成率应当由预算、决算算出
-- en: Prose: items must equal T5, changes and rates against the budget must follow from the amounts
-- name: items_equal_T5
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处；完成率的定义
-- silent: no section of items
from claims_and_cells('general_items', 'T5')
union all
from budget_change(['general_items'])
