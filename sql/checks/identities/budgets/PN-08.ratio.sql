-- zh: 编制说明中的增长率应当由本年数与增减额或上年数算出
-- en: Prose of a budget: a growth must follow from the amount and its change, or both years
-- name: growth_follows_from_changes
-- tolerance: GROW
-- severity: error
-- why: 增长率的定义
from budget_growth()
