-- zh: 决算说明的增减额应当等于本年数－上年数，增减率应当等于增减额÷上年数
-- en: Prose: a change must be value less prior, a growth rate the change over the prior
-- name: changes_are_value_less_prior
-- tolerance: DIFF
-- severity: error
-- why: 增长率的定义；上年数可由本年数与增减额推出

-- changes said beside both this year's and last year's amount
with compared as (
    select change.claim_id
    from checks.prose_claim as change
    join checks.prose_claim as other
        on other.report_id = change.report_id and other.statement = change.statement and other.subject = change.subject and other.role in ('value', 'prior')
    where change.role = 'change' and change.claim_id not in (select claim_id from turned_changes())
    group by change.claim_id
    having count(distinct other.role) = 2
)
select report_id, place as instance, code, 'total' as side, if(direction in ('down', 'below'), -1, 1) as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from checks.prose_claim as change
where role = 'change' and base = 'prior_year' and direction in ('up', 'down')
    and change.claim_id in (from compared)
union all
select change.report_id, change.place, change.code, 'part', if(other.role = 'value', 1, -1), other.claim_id, other.amount, other.half
from checks.prose_claim as change
join checks.prose_claim as other
    on other.report_id = change.report_id and other.statement = change.statement and other.subject = change.subject and other.role in ('value', 'prior')
where change.role = 'change' and change.base = 'prior_year' and change.direction in ('up', 'down')
    and change.claim_id in (from compared)
qualify row_number() over (partition by change.claim_id, other.role order by other.place) = 1
