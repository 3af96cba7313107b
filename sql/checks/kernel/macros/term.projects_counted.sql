-- Macros for counts of evaluated projects that the prose of an evaluation tells.

-- counts of projects in the prose of an evaluation: all that evaluate themselves, those that others evaluate
create or replace macro projects_counted() as table
select report_id, claim_id, place, sentence, subject, label, amount, half
from checks.prose_claim
where section = 'performance' and subject in ('self_evaluated_projects', 'evaluated_projects') and role = 'count';

-- reports that count more than one number of projects before they tell the procedures: which of them these are of is not said
create or replace macro counted_twice() as table
select report_id
from projects_counted() as counted
join (
    select report_id, min(place) as told_at
    from checks.prose_claim
    where section = 'performance' and subject in ('ordinary_procedure', 'simple_procedure') and role = 'count'
    group by report_id
) as procedures using (report_id)
where counted.place < procedures.told_at
group by report_id having count(distinct amount) > 1;
