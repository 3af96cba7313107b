-- zh: “三公”经费总额比上年的增减额应当等于各项增减额之和
-- en: Prose: the change of the three public expenses against last year must be the sum of the changes of its items
-- name: three_public_change_is_the_sum_of_changes
-- tolerance: SUM
-- severity: error
-- why: 总额等于各项之和，增减额亦然
-- silent: parts are not all printed

-- where each of the three items is said to have changed, or to be as it was
with moved as (
    select
        report_id, subject, claim_id, coalesce(amount, 0) as amount, coalesce(half, 0) as half,
        map_extract_value(map {'up': 1, 'down': -1, 'same': 0}, direction) as weight
    from checks.prose_claim
    where section = 'three_public' and subject in ('three_public', 'abroad', 'vehicles', 'reception') and base = 'prior_year'
        and direction in ('up', 'down', 'same') and (role = 'change' or role = 'direction' and direction = 'same')
    qualify row_number() over (partition by report_id, subject order by place) = 1
),
whole as (select report_id from moved group by report_id having count(*) = 4)
select report_id, '' as instance, null::varchar as code, if(subject = 'three_public', 'total', 'part') as side, if(weight = 0, 1, weight) as weight,
    if(weight = 0, null, claim_id) as amount_id, if(weight = 0, 0, amount) as value_yuan, if(weight = 0, 0, half) as half_step_yuan
from moved
semi join whole using (report_id)
