-- zh: 编制说明中的机关运行经费应当与其预算表一致
-- en: Prose of a budget: running costs must equal their form
-- name: running_costs_said_equal_their_form
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
from budget_said('running')
