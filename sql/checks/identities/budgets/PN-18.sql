-- zh: 编制说明中的基本支出应当等于其下的人员经费＋公用经费
-- en: Prose of a budget: basic expenditure must equal personnel and public expenditure told below it
-- name: basic_said_is_personnel_and_public
-- tolerance: SUM
-- severity: error
-- why: 基本支出的构成
with said as (
    select *, max(place) filter (subject = 'basic') over (partition by report_id order by place) as basic_place
    from budget_claims()
    where section = 'basic'
)
select report_id, basic_place as instance, null as code, if(subject = 'basic', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from said
where basic_place is not null and subject in ('basic', 'personnel', 'public')
window told as (partition by report_id, basic_place)
qualify count(*) filter (subject = 'personnel') over told = 1 and count(*) filter (subject = 'public') over told = 1
