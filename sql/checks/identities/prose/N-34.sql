-- zh: 同一科目在标题句与金额句中应当逐位一致
-- en: Prose: an item's amount must be the same to the last digit in its heading and in its sentence
-- name: item_amount_is_the_same_in_heading
-- tolerance: INT
-- severity: info
-- why: 同一事实；末位之差可能是分别取整
-- silent: nothing is said twice
-- fault_zh: {other.says_zh}，而{amount.says_zh}，末位不同
-- fault_en: {other.says_en}, while {amount.says_en}: the last digit differs

-- what is beyond rounding is N-27's
with pair as (
    select
        later.report_id, later.place as instance, later.code, later.claim_id as stated_id, later.amount as stated,
        first.claim_id as expected_id, first.amount as expected
    from checks.said_again as pair
    join checks.prose_claim as later on later.report_id = pair.report_id and later.claim_id = pair.claim_id
    join checks.prose_claim as first on first.report_id = pair.report_id and first.claim_id = pair.first_id
    where later.half = first.half and abs(later.amount - first.amount) <= later.half + first.half
)
from two_terms('pair')
