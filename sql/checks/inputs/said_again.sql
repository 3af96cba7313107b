-- 同一事项说两次：标题句与金额句，评分表与说明 / A fact said again: an item's amount in the heading sentence and in one that goes on with it, a score in a table and in a sentence.
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
),
listed as ( -- 主要用于以下方面：其他支出 X；below it 1、其他支出（类）…
    select later.report_id, later.claim_id, first.claim_id as first_id, later.label
    from checks.prose_claim as later
    join checks.prose_claim as first
        on first.report_id = later.report_id and first.section = later.section and first.code = later.code and first.sentence < later.sentence
        and first.subject = 'function' and first.role = 'value'
    join reading.sentence as list on list.report_id = first.report_id and list.sentence = first.sentence and contains(list.text, '以下方面')
    join reading.sentence as point on point.report_id = later.report_id and point.sentence = later.sentence and contains(point.text, '(类)')
    where later.subject = 'function' and later.role = 'value' and len(later.code) = 3 and later.section in ('government_fund', 'state_capital')
    qualify row_number() over (partition by later.report_id, later.claim_id order by first.place) = 1
)
select report_id, claim_id, first_value(claim_id) over said as first_id, label
from headed
window said as (partition by report_id, section, label, heading order by place)
qualify row_number() over said > 1
union all
from listed
union all -- a part of a score that one table prints, once, and one sentence
select report_id, max(claim_id) filter (sentence is not null), max(claim_id) filter (sentence is null), label
from checks.prose_claim
where section = 'performance' and subject = 'score_part' and role in ('score', 'weight')
group by report_id, label, role
having count_if(sentence is null) = 1 and count(*) = 2
