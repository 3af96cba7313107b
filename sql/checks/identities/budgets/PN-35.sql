-- zh: 编制说明所说增减的原因应当与其前所说的增减同向
-- en: Prose of a budget: the reason of an increase or a decrease must be of what was said right before it
-- name: reasons_of_budgets_go_as_their_changes
-- tolerance: INT
-- severity: error
-- why: 同一比较只有一个方向
-- silent: nothing is said twice
-- fault_zh: 与上年相比，{other.at_zh} {other.name}说的是{first_zh}，{amount.at_zh} {amount.name}说的是{later_zh}
-- fault_en: against the year before {other.at_en}, {other.name}, says {first_en}; {amount.at_en}, {amount.name}, says {later_en}

-- 减少的主要原因是 …; of the three public expenses PN-30 tells
with said as (
    select text.report_id, claim.* exclude (report_id), claim.value as amount, split_part(claim.claim_id, '-', 3) as place
    from budget_texts() as text
    join reading.claim as claim on claim.report_id = text.said_id
    where claim.section != 'three_public' and claim.direction in ('up', 'down') and starts_with(claim.base, 'prior') and len(claim.doubts) = 0
),
compared as (
    select * exclude (subject, place), place as instance from reasons_beside_changes('said')
)
from two_terms('compared')
