-- Macros for what the prose says of itself (family N): a whole against its parts, shares that add up.

-- claims of one subject and role as a side of a sum, one instance a report
create or replace macro claim_side(s, w, sections, subjects, r) as table
select report_id, '' as instance, null::varchar as code, s as side, w as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from checks.prose_claim
where list_contains(sections, section) and list_contains(subjects, subject) and role = r
qualify row_number() over (partition by report_id, subject, label order by place) = 1;

-- reports that say all of these subjects in a section
create or replace macro reports_with_claims(s, subjects, r) as table
select report_id from checks.prose_claim
where section = s and role = r and list_contains(subjects, subject)
group by report_id
having count(distinct subject) = any_value(len(subjects));

-- a whole the prose says against the parts it says, in reports that say all of `needed`
create or replace macro claim_sum(name, s, whole, parts, needed, r) as table
select * replace (name as instance) from claim_side('total', 1, [s], [whole], r)
where report_id in (from reports_with_claims(s, needed, r))
union all
select * replace (name as instance) from claim_side('part', 1, [s], parts, r)
where report_id in (from reports_with_claims(s, needed, r));

-- shares of a section whose amounts together are its total: they add up to 100
create or replace macro shares(s, subjects, whole) as table
with share as (
    select share.*, value.amount as part, value.half as part_half
    from checks.prose_claim as share
    join checks.prose_claim as value
        on value.report_id = share.report_id and value.statement = share.statement and value.subject = share.subject and value.role = 'value'
    where share.section = s and share.role = 'share' and list_contains(subjects, share.subject)
        and list_contains(whole, coalesce(nullif(share.base, 'unstated'), whole[1]))
    qualify row_number() over (partition by share.claim_id order by value.place) = 1
),
complete as (
    -- drift: what rounded parts that add up to the total all the same leave in the sum of true shares
    select share.report_id, share.base, 100 * abs(sum(share.part) - total.amount) / nullif(total.amount, 0) as drift
    from share
    join checks.prose_claim as total on total.report_id = share.report_id and total.role = 'value' and list_contains(whole, total.subject)
    group by share.report_id, share.base, total.claim_id, total.amount, total.half
    having count(*) > 1 and count(*) = count(distinct concat_ws(' ', share.subject, share.code, share.label))
        and abs(sum(share.part) - total.amount) <= sum(share.part_half) + total.half
        and total.amount != 0 -- of nothing every part is 0%
)
select report_id, '占' || base as instance, null::varchar as code, 'part' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from share
semi join complete using (report_id, base)
union all
select report_id, '占' || base, null, 'total', 1, null, 100.0000, min(drift)::decimal(24, 6)
from complete
group by report_id, base;
