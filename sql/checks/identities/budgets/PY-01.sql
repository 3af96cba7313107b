-- zh: “三公”经费预算表印出的上年预算数应当等于上年公布的预算
-- en: P7: last year's budget, where it is printed, must equal the one published last year
-- name: P7_last_year_as_published
-- tolerance: SAME
-- severity: error
-- needs: P7
-- beside: prior_year
-- why: 同一预算两次公布
with side as (
    select own.report_id, item as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from budget_public_costs() as own
    where place = 'P7 prior'
    union all
    select beside.report_id, published.item, null, 'part', 1, published.amount_id, published.value_yuan, published.half_step_yuan
    from budget_public_costs() as published
    join checks.related_report as beside on beside.other_id = published.report_id and beside.relation = 'prior_year'
    where published.place = 'P7 budget'
)
from both_sides('side')
