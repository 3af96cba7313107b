-- zh: 编制说明中的政府性基金预算支出应当与其预算表一致
-- en: Prose of a budget: expenditure of government funds must equal P8
-- name: government_fund_said_equals_its_form
-- tolerance: SAME
-- severity: error
-- needs: P8
-- why: 同一事实印两处
from budget_fund_said('government_fund', 'P8')
