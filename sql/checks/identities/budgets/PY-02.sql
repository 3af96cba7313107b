-- zh: 编制说明中本年数减去增减额应当等于上年公布的预算
-- en: Prose of a budget: the amount less its change must equal the budget published last year
-- name: changes_lead_back_to_last_year_published
-- tolerance: DIFF
-- severity: warning
-- beside: prior_year
-- why: 同一预算两次公布
from budget_year_before(false)
