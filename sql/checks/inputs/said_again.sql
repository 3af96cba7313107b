-- 同一科目说两次：标题句与金额句 / An item said again: its amount in the heading sentence and once more in a sentence that goes on with it.
-- report_id: report
-- claim_id: the later claim
-- first_id: the claim it says again
-- label: name of the item

-- both belong to the sentence that named an item last; once for each of two units an item is named twice
with headed as (
    select claim.report_id, claim.claim_id, claim.section, claim.label, claim.place, max(sentence.sentence) as heading
    from checks.prose_claim as claim
    join reading.sentence as sentence
        on sentence.report_id = claim.report_id and sentence.section = claim.section and sentence.sentence <= claim.sentence
        and regexp_matches(sentence.text, '\(项\)')
    where claim.subject = 'function' and claim.role = 'value' and claim.section in ('general_items', 'government_fund', 'state_capital')
    group by all
)
select report_id, claim_id, first_value(claim_id) over said as first_id, label
from headed
window said as (partition by report_id, section, label, heading order by place)
qualify row_number() over said > 1
