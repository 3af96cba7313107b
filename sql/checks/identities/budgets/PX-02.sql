-- zh: 项目支出预算表每行的财政拨款应当等于一般公共预算＋政府性基金＋国有资本经营预算
-- en: PX: the fiscal appropriation of each row must equal general budget, government funds and state capital
-- name: PX_appropriation_is_its_three_budgets
-- tolerance: SUM
-- severity: fatal
-- needs: PX
-- why: 财政拨款的构成
from budget_appropriation('PX')
