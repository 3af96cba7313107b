-- zh: 编制说明中本年数减去增减额应当等于预算表印出的上年数
-- en: Prose of a budget: the amount less its change must equal last year as P7 or P5 prints it
-- name: changes_lead_back_to_last_year_as_printed
-- tolerance: DIFF
-- severity: error
-- any_of: P7, P5
-- why: 同一事实印两处
from budget_year_before(true)
