-- zh: 完成率按所称的预算口径算出
-- en: Prose: a completion rate is of the budget it names
-- tolerance: INT
-- severity: error
-- why: 完成年初预算的百分比以年初预算为分母
with phase as (
    select report_id, place as instance, code, claim_id as stated_id, 1 as stated, if(fitted in (base, 'unstated'), 1, 0) as expected
    from checks.prose_claim
    where role = 'completion' and base in ('initial', 'annual') and fitted is not null
)
from two_terms('phase')
