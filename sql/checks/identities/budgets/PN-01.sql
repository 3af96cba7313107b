-- zh: 编制说明中的收支总额与各项收入应当与收支预算总表一致
-- en: Prose of a budget: totals and sources of income must equal P1
-- name: totals_said_equal_P1
-- tolerance: SAME
-- severity: error
-- needs: P1
-- why: 同一事实印两处
from budget_said('totals')
