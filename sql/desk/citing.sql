-- 可能引用一份报告之数的报告 / The reports whose identities may have a figure among their terms: its own, and those it stands beside.
-- $id: amount_id or claim_id
with own as (
    select report_id from reading.report where report_id[:16] = $id[:16]
)
from own
union
select report_id from checks.related_report where other_id in (from own)
union
select report_id from star.budget_text where stated_by in (from own)
