-- zh: 编制说明中的占比应当等于部分÷合计
-- en: Prose of a budget: a share must be the quotient of part and total
-- name: shares_are_quotients
-- tolerance: SHARE
-- severity: error
-- why: 占比的定义
from budget_shares()
