-- zh: 出国团组数、接待批次应当不大于人次，外宾应当不大于全部来宾
-- en: Prose: delegations abroad and batches received must not be more than the persons in them, foreign guests not more than all
-- name: groups_within_persons
-- tolerance: INEQ
-- severity: warning
-- silent: nothing printed to compare with
-- why: 每批至少一人；部分不大于整体

-- guests from abroad are among those at home behind 其中 (国内公务接待20批次，其中外事接待2批次), else beside them (外宾接待12批次；国内公务接待5批次): then neither is the whole of the other
with pair(instance, part, whole) as (
    values ('出国', 'abroad_groups', 'abroad_persons'), ('接待', 'reception_batches', 'reception_persons'),
    ('外宾', 'reception_foreign_batches', 'reception_foreign_persons'), ('外宾批次', 'reception_foreign_batches', 'reception_batches'),
    ('外宾人次', 'reception_foreign_persons', 'reception_persons')
),
counted as (
    select claim.report_id, claim.subject, claim.claim_id, claim.place, claim.amount, sentence.text
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section = 'three_public' and claim.role = 'count'
    qualify row_number() over (partition by claim.report_id, claim.subject order by claim.place) = 1
),
found as (
    select part.report_id, pair.instance, part.claim_id as stated_id, part.amount as stated, whole.claim_id as expected_id, whole.amount as expected
    from pair
    join counted as part on part.subject = pair.part
    join counted as whole on whole.subject = pair.whole and whole.report_id = part.report_id
    where not starts_with(part.subject, 'reception_foreign') or whole.subject = 'reception_foreign_persons' or not contains(whole.text, '国内')
        or part.place > whole.place and regexp_matches(part.text, '其中[:,]?[^,;。]{0,8}(外宾|外事|涉外|国\(境\)外)')
)
from two_terms('found')
