-- zh: 财政拨款支出预算表的每个科目应当等于一般公共预算、政府性基金、国有资本经营预算支出表同一科目之和
-- en: PU4, code by code, must equal P5, P8 and P9 together
-- name: PU4_items_equal_P5_P8_P9
-- tolerance: SUM
-- severity: fatal
-- needs: PU4, P5
-- may_be_empty: P8, P9
-- why: 财政拨款的构成
with side as (
    from budget_codes('total', 'PU4', 'total')
    union all from budget_codes('part', 'P5', 'total')
    union all from budget_codes('part', 'P8', 'total')
    union all from budget_codes('part', 'P9', 'total')
)
from both_sides('side')
