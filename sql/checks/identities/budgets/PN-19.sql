-- zh: 编制说明中单位的预算应当等于同句所列人员、公用、对个人和家庭的补助、增人增资、项目之和
-- en: Prose of a budget: a unit's budget must equal the sum of personnel, public, household, new staff and projects told in the same sentence
-- name: unit_said_is_the_sum_of_its_parts
-- tolerance: SUM
-- severity: error
-- why: 部门预算支出的构成
select report_id, unit_place as instance, null as code, if(subject = 'unit_total', 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan
from budget_units_told()
where is_first and (is_nature or subject = 'unit_total')
window told as (partition by report_id, unit_place)
qualify count(*) filter (is_nature) over told > 2 and count(*) filter (subject = 'unit_total') over told = 1
