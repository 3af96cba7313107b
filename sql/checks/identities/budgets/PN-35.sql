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
    select text.report_id, claim.* exclude (report_id), split_part(claim.claim_id, '-', 3) as place
    from budget_texts() as text
    join reading.claim as claim on claim.report_id = text.said_id
    where claim.section != 'three_public' and claim.direction in ('up', 'down') and starts_with(claim.base, 'prior') and len(claim.doubts) = 0
),
reasoned as (
    select word.report_id, word.place as instance, word.code, word.claim_id as stated_id, word.direction, change.claim_id as expected_id, change.direction as before
    from said as word
    join said as change
        on change.report_id = word.report_id and change.section = word.section and change.subject = word.subject and change.code is not distinct from word.code
        and change.base = word.base and change.sentence between word.sentence - 1 and word.sentence and change.place < word.place
    where word.role = 'direction' and change.role in ('change', 'growth') and change.value != 0
    qualify row_number() over (partition by word.report_id, word.claim_id order by change.place desc) = 1
),
compared as (
    select report_id, instance, code, stated_id, if(direction = 'up', 1, -1) as stated, expected_id, if(before = 'up', 1, -1) as expected, map {
            'first_zh': if(before = 'up', '增加', '减少'), 'later_zh': if(direction = 'up', '增加', '减少'), 'first_en': if(before = 'up', 'more', 'less'), 'later_en': if(direction = 'up', 'more', 'less')
        } as particulars
    from reasoned
)
from two_terms('compared')
