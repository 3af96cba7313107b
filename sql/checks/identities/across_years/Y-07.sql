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
),
last_year as ( -- a stock or a purchase that is not said, or not for certain, is not none
    select beside.report_id, stock.claim_id, stock.amount
    from counted as stock
    join checks.related_report as beside on beside.other_id = stock.report_id and beside.relation = 'prior_year'
    where stock.subject = 'vehicle_stock'
        and beside.report_id not in (select report_id from reading.claim where subject = 'vehicles_purchased' and len(doubts) > 0)
)
select report_id, '' as instance, null as code, if(subject = 'vehicle_stock', 'total', 'part') as side, 1 as weight, claim_id as amount_id, amount as value_yuan, 0 as half_step_yuan
from counted
semi join last_year using (report_id)
union all
select report_id, '', null, 'part', 1, claim_id, amount, 0
from last_year
