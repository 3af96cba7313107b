-- zh: 编制说明中的基本支出应当等于其下的人员经费＋公用经费
-- en: Prose of a budget: basic expenditure must equal personnel and public expenditure told below it
-- name: basic_said_is_personnel_and_public
-- tolerance: SUM
-- severity: error
-- why: 基本支出的构成
select report_id, whole_place as instance, null as code, if(subject = 'basic', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from budget_parts_told('basic', ['basic'])
where whole_place is not null and subject in ('basic', 'personnel', 'public')
window told as (partition by report_id, whole_place)
qualify count(*) filter (subject = 'personnel') over told = 1 and count(*) filter (subject = 'public') over told = 1
