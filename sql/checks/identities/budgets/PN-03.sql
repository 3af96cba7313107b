-- zh: 编制说明中的“三公”经费应当与“三公”经费预算表一致
-- en: Prose of a budget: the three public expenses must equal P7
-- name: costs_said_equal_P7
-- tolerance: SAME
-- severity: error
-- needs: P7
-- why: 同一事实印两处
from budget_said('costs')
