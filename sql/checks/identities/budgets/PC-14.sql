-- zh: 一般公共预算基本支出表的每个科目应当不大于财政拨款基本支出预算表的同一科目
-- en: P6, code by code, must not be above PU6
-- name: P6_items_within_PU6
-- tolerance: INEQ
-- severity: error
-- needs: PU6, P6
-- why: 一般公共预算是财政拨款的一部分
with side as (
    from budget_codes('total', 'P6', 'amount')
    union all from budget_codes('part', 'PU6', 'amount')
)
from both_sides('side')
