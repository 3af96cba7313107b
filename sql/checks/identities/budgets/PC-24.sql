-- zh: 项目支出预算表的合计应当等于支出预算总表的项目支出
-- en: PX total must equal the projects of P3
-- name: PX_equals_P3_project
-- tolerance: SAME
-- severity: error
-- needs: P3, PX
-- why: 同一支出的两种列示
with side as (
    select report_id, '' as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from budget_grand('PX')
    union all
    from pick('part', 1, 'P3', 'total', 'project')
)
from side as paired
qualify count(distinct paired.side) over (partition by paired.report_id) = 2
