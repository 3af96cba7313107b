-- Macros for sums the prose says: claims of one subject as a side, a whole against its parts.

-- claims of one subject and role as a side of a sum, one instance a report
create or replace macro said(s, w, sections, subjects, r) as table
select report_id, '' as instance, null::varchar as code, s as side, w as weight, claim_id as amount_id, amount as value_yuan, half as half_ulp_yuan
from checks.told
where list_contains(sections, section) and list_contains(subjects, subject) and role = r
qualify row_number() over (partition by report_id, subject, label order by place) = 1;

-- reports that say all of these subjects in a section
create or replace macro says_all(s, subjects, r) as table
select report_id from checks.told
where section = s and role = r and list_contains(subjects, subject)
group by report_id
having count(distinct subject) = any_value(len(subjects));

-- a whole the prose says against the parts it says, in reports that say all of `needed`
create or replace macro said_sum(name, s, whole, parts, needed, r) as table
select * replace (name as instance) from said('total', 1, [s], [whole], r)
where report_id in (from says_all(s, needed, r))
union all
select * replace (name as instance) from said('part', 1, [s], parts, r)
where report_id in (from says_all(s, needed, r));
