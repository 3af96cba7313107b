-- zh: 本年数应当不小于比上年的增加额
-- en: Prose: an increase must not be above the value it led to
-- name: increases_within_the_value
-- tolerance: INEQ
-- severity: error
-- why: 上年数不为负
-- silent: no increase beside its amount
select report_id, place as instance, code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from checks.prose_claim
where role = 'change' and base = 'prior_year' and direction = 'up' and claim_id in (select change_id from (
    select change.claim_id as change_id from checks.prose_claim as change join checks.prose_claim as value using (report_id, statement, subject) where value.role = 'value' and change.role = 'change'
))
union all
select change.report_id, change.place, change.code, 'part', 1, value.claim_id, value.amount, value.half
from checks.prose_claim as change
join checks.prose_claim as value on value.report_id = change.report_id and value.statement = change.statement and value.subject = change.subject and value.role = 'value'
where change.role = 'change' and change.base = 'prior_year' and change.direction = 'up'
qualify row_number() over (partition by change.claim_id order by value.place desc) = 1
