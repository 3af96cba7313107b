-- zh: 编制说明中的政府采购预算总额应当等于货物＋工程＋服务
-- en: Prose of a budget: procurement must equal goods, works and services
-- name: procurement_is_goods_works_services
-- tolerance: SUM
-- severity: error
-- why: 采购预算的构成
select report_id, whole_place as instance, null as code, if(subject = 'procurement', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from budget_parts_told('procurement', ['procurement'])
where whole_place is not null and subject in ('procurement', 'procurement_goods', 'procurement_works', 'procurement_services')
qualify count(distinct subject) filter (subject != 'procurement') over (partition by report_id, whole_place) >= 2
    and count(*) filter (subject != 'procurement') over (partition by report_id, whole_place) <= 3
