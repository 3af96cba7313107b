-- zh: 编制说明中的共有车辆、安排购置的车辆应当等于各类车辆之和
-- en: Prose of a budget: vehicles, and those to be bought, must equal the sum of their kinds
-- name: vehicles_said_are_the_sum_of_kinds
-- tolerance: SUM
-- severity: warning
-- why: 车辆的分类
with counted as ( -- kinds are of the vehicles said last before them: those there are (cars), or those to be bought
    select
        *, max(place) filter (subject != 'cars_kind') over before as instance,
        last_value(if(subject = 'cars_kind', null, subject) ignore nulls) over before as whole
    from checks.budget_claim
    where section = 'assets' and role = 'count' and subject in ('cars', 'cars_kind', 'vehicles_purchased')
    window before as (partition by report_id order by place rows between unbounded preceding and current row)
)
select report_id, instance, null as code, if(subject = 'cars_kind', 'part', 'total') as side, 1 as weight, claim_id as amount_id, amount as value_yuan, 0 as half_step_yuan -- counts are exact
from counted
where whole in ('cars', 'vehicles_purchased')
window told as (partition by report_id, instance)
qualify bool_or(subject = 'cars_kind' and (whole = 'cars' or contains(label, '其他'))) over told -- of what is to be bought some kinds alone may be named
    and (count(*) filter (subject = 'cars_kind') over told != 1 or sum(if(subject = 'cars_kind', amount, -amount)) over told >= 0) -- 共有车辆6辆，其中执法执勤用车4辆: one kind alone is not all
