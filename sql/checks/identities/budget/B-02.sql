-- zh: “三公”经费决算表的预算数应当与公布的年初预算一致
-- en: The budget that T7 prints must be that of P7 in the published budget
-- name: T7_budget_as_published
-- tolerance: SAME
-- severity: warning
-- needs: T7
-- beside: budget
-- why: 同一预算两次公布；公布后有调整的可能不同
with stated as ( -- what the form's note calls 全年预算数 is not what was published at the beginning
    from checks.public_expense where phase = 'budget' and not is_annual and not is_within and (value_yuan is not null or in_doubt)
),
published as (
    select beside.report_id, cost.item, cost.amount_id, cost.value_yuan, cost.half_step_yuan
    from budget_public_costs() as cost
    join checks.related_report as beside on beside.other_id = cost.report_id and beside.relation = 'budget'
    where cost.place = 'P7 budget' and cost.value_yuan is not null
)
select report_id, concat('T7 ', item) as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from stated
semi join published using (report_id, item)
union all
select report_id, concat('T7 ', item), null, 'part', 1, amount_id, value_yuan, half_step_yuan
from published
semi join stated using (report_id, item)
