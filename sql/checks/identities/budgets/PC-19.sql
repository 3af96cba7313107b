-- zh: 没有结转时，收入预算总表每个科目的财政拨款收入应当等于各财政拨款支出表同一科目的支出之和
-- en: P2 fiscal appropriation of each code must equal its expenditure in P5, P8 and P9 where nothing is carried
-- name: P2_fiscal_items_equal_P5_P8_P9
-- tolerance: SUM
-- severity: fatal
-- needs: P2, P5
-- may_be_empty: P8, P9
-- why: 收支平衡，按科目编制
with side as (
    from budget_codes('total', 'P2', 'fiscal') anti join budget_carried() using (report_id)
    union all from budget_codes('part', 'P5', 'total')
    union all from budget_codes('part', 'P8', 'total')
    union all from budget_codes('part', 'P9', 'total')
)
from both_sides('side')
