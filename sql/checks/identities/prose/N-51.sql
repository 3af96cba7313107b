-- zh: 出国团组数、接待批次应当不大于人次，外宾应当不大于全部来宾
-- en: Prose: delegations abroad and batches received must not be more than the persons in them, foreign guests not more than all
-- name: groups_within_persons
-- tolerance: INEQ
-- severity: warning
-- silent: nothing printed to compare with
-- why: 每批至少一人；部分不大于整体
with pair(instance, part, whole) as (
    values ('出国', 'abroad_groups', 'abroad_persons'), ('接待', 'reception_batches', 'reception_persons'),
    ('外宾', 'reception_foreign_batches', 'reception_foreign_persons'), ('外宾批次', 'reception_foreign_batches', 'reception_batches'),
    ('外宾人次', 'reception_foreign_persons', 'reception_persons')
),
counted as (
    select report_id, subject, claim_id, amount
    from checks.prose_claim
    where section = 'three_public' and role = 'count'
    qualify row_number() over (partition by report_id, subject order by place) = 1
),
found as (
    select part.report_id, pair.instance, part.claim_id as stated_id, part.amount as stated, whole.claim_id as expected_id, whole.amount as expected
    from pair
    join counted as part on part.subject = pair.part
    join counted as whole on whole.subject = pair.whole and whole.report_id = part.report_id
)
from two_terms('found')
