-- zh: 编制说明中的国有资本经营预算支出应当与其预算表一致
-- en: Prose of a budget: expenditure of state capital must equal P9
-- name: state_capital_said_equals_its_form
-- tolerance: SAME
-- severity: error
-- needs: P9
-- why: 同一事实印两处
from budget_fund_said('state_capital', 'P9')
