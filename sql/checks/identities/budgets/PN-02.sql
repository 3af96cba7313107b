-- zh: 编制说明中的各类、各项支出应当与其预算表一致
-- en: Prose of a budget: classes and items must equal their form
-- name: items_said_equal_forms
-- tolerance: SAME
-- severity: error
-- needs: P1
-- why: 同一事实印两处
from budget_said('items')
