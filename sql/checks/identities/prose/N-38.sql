-- zh: 同一项与上年的比较应当前后一致
-- en: Prose: what is said of one thing against last year must not contradict itself
-- name: comparisons_with_last_year_agree
-- tolerance: INT
-- severity: error
-- why: 同一比较只有一个方向
-- silent: nothing is said twice
-- fault_zh: 与上年相比，{other.at_zh} {other.name}说的是{first_zh}，{amount.at_zh} {amount.name}说的是{later_zh}
-- fault_en: against last year {other.at_en}, {other.name}, says {first_en}; {amount.at_en}, {amount.name}, says {later_en}

-- of the three public expenses wherever they are spoken of; of all else the reason (减少的主要原因是) beside the change right before it
with said as (
    select
        report_id, subject, base, claim_id, place,
        if(amount = 0, null, way_of(direction)) as sign
    from checks.prose_claim
    where section = 'three_public' and subject in ('three_public', 'abroad', 'vehicles', 'purchase', 'running', 'reception')
        and base = 'prior_year' and role in ('direction', 'change') and direction in ('above', 'up', 'below', 'down', 'same', 'equal')
),
last_year as (
    select * from checks.prose_claim where base = 'prior_year'
),
compared as (
    from compared_again('said')
    union all by name
    select * exclude (subject, place, code), concat_ws(' ', subject, place) as instance from reasons_beside_changes('last_year')
)
from two_terms('compared')
