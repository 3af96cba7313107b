-- zh: 基本支出预算表的合计应当等于支出预算总表的基本支出
-- en: PB total must equal the basic expenditure of P3
-- name: PB_equals_P3_basic
-- tolerance: SAME
-- severity: error
-- needs: P3, PB
-- why: 同一支出的两种列示
with side as (
    select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from budget_grand('PB')
    union all
    from pick('part', 1, 'P3', 'total', 'basic')
)
from both_sides('side')
