-- zh: 机关运行经费应当不大于一般公共预算公用经费
-- en: Prose: running costs must not be above T6 public expenditure
-- name: running_costs_within_T6_public
-- tolerance: INEQ
-- severity: warning
-- why: 机关运行经费是行政与参公单位的公用经费
from claim_side('total', 1, ['running_costs'], ['running_costs'], 'value')
union all
from basic_half('part', 'public')
