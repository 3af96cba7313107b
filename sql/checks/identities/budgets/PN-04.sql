-- zh: 编制说明中的政府采购预算应当与政府采购预算表一致
-- en: Prose of a budget: procurement must equal P12
-- name: procurement_said_equals_P12
-- tolerance: SAME
-- severity: error
-- needs: P12
-- why: 同一事实印两处
from budget_said('procurement')
