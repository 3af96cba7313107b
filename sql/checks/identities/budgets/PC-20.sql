-- zh: 一般公共预算支出表每个科目的支出应当不大于支出预算总表的同一科目
-- en: P5, code by code, must not be above P3
-- name: P5_items_within_P3
-- tolerance: INEQ
-- severity: error
-- needs: P3, P5
-- why: 部分不大于整体
-- fault_zh: {amount.at_zh} {amount.name}为{amount.printed}，支出预算总表没有列编码{code}的科目
-- fault_en: {amount.at_en}, {amount.name}: {amount.printed} is printed, and the form of all expenditure does not list the code {code}
with side as (
    from budget_codes('total', 'P5', 'total')
    union all from budget_codes('part', 'P3', 'total')
    union all by name
    select *, code as instance from not_listed('P5', 'P3')
)
from both_sides('side')
