-- zh: 编制说明中的政府采购预算总额应当等于货物＋工程＋服务
-- en: Prose of a budget: procurement must equal goods, works and services
-- name: procurement_is_goods_works_services
-- tolerance: SUM
-- severity: error
-- why: 采购预算的构成
with said as (
    select *, max(place) filter (subject = 'procurement') over (partition by report_id order by place) as total_place
    from budget_claims()
    where section = 'procurement' and subject in ('procurement', 'procurement_goods', 'procurement_works', 'procurement_services')
)
select report_id, total_place as instance, null as code, if(subject = 'procurement', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from said
where total_place is not null
qualify count(distinct subject) filter (subject != 'procurement') over (partition by report_id, total_place) >= 2
    and count(*) filter (subject != 'procurement') over (partition by report_id, total_place) <= 3
