-- zh: 公务用车保有量应当不大于上年保有量＋本年购置数
-- en: Prose: the stock of vehicles must not be above last year's and those bought
-- name: vehicle_stock_within_last_years_and_bought
-- tolerance: NORM
-- severity: info
-- beside: prior_year
-- why: 车辆滚存；调入可使其不成立
with counted as (
    select report_id, subject, claim_id, amount
    from checks.prose_claim
    where section = 'three_public' and role = 'count' and subject in ('vehicle_stock', 'vehicles_purchased')
    qualify row_number() over (partition by report_id, subject order by place) = 1
)
select stock.report_id, '' as instance, null as code, 'total' as side, 1 as weight, stock.claim_id as amount_id, stock.amount as value_yuan, 0 as half_step_yuan
from counted as stock
semi join (select report_id from checks.related_report where relation = 'prior_year') as beside on beside.report_id = stock.report_id
where stock.subject = 'vehicle_stock'
union all
select beside.report_id, '', null, 'part', 1, stock.claim_id, stock.amount, 0
from counted as stock
join checks.related_report as beside on beside.other_id = stock.report_id and beside.relation = 'prior_year'
where stock.subject = 'vehicle_stock'
union all
select report_id, '', null, 'part', 1, claim_id, amount, 0
from counted
where subject = 'vehicles_purchased' and report_id in (select report_id from checks.related_report where relation = 'prior_year')
