-- zh: 占比应当不大于100%
-- en: Prose: a share must not be above 100
-- name: shares_are_at_most_100
-- tolerance: INEQ
-- severity: error
-- why: 部分不大于整体
select report_id, place as instance, code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from checks.prose_claim where role = 'share'
union all
select report_id, place, code, 'part', 1, null, 100, 0
from checks.prose_claim where role = 'share'
