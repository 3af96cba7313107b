-- Macros for ratings (评级) of evaluated projects: which projects the ones told in one go are of.

-- ratings by the count of projects told last before them, behind; all_rated: what they add up to; is_clear: several ratings, each of them once;
-- is_beside: told in the sentence of that count, whose they are; has_best: not the lower ratings alone, 良 中 差
create or replace macro ratings_in_one_go() as table
with line as (
    select
        *, last_value(if(subject = 'rated', null, {'place': place, 'subject': subject, 'sentence': sentence}) ignore nulls) over (
            partition by report_id order by place rows between unbounded preceding and current row
        ) as whole
    from checks.prose_claim
    where section = 'performance' and role = 'count' and subject in ('rated', 'self_evaluated_projects', 'evaluated_projects')
)
select
    report_id, claim_id, amount, half, whole.place as behind, whole.subject as of_whom, whole.sentence as said_in, sum(amount) over told as all_rated,
    count(distinct label) over told > 1 and count(*) over told = count(distinct label) over told as is_clear,
    count(distinct label) over told > 1 as is_several, coalesce(bool_or(label not similar to '[良中差较].*') over told, true) as has_best,
    coalesce(min(sentence) over told = whole.sentence, false) as is_beside
from line
where subject = 'rated'
window told as (partition by report_id, whole.place);

-- ratings told in one go against the projects told last before them, or against others told before that they add up to: others' evaluations,
-- or those of the sentence before; where a rating is told twice against what all of them add up to alone
create or replace macro projects_by_rating() as table
with whole as (
    select
        told.report_id, told.behind, counted.claim_id, counted.amount, counted.half, counted.label,
        told.has_best or told.all_rated >= counted.amount as is_all
    from (select distinct report_id, behind, of_whom, said_in, all_rated, is_clear, is_beside, has_best from ratings_in_one_go() where is_several) as told
    join projects_counted() as counted on counted.report_id = told.report_id and (told.behind is null or counted.place <= told.behind)
    where (counted.place = told.behind or told.behind is null) and told.is_clear
        or not told.is_beside and counted.amount = told.all_rated and (counted.subject != told.of_whom or counted.sentence >= told.said_in - 1)
    qualify row_number() over (
        partition by told.report_id, told.behind order by counted.amount = told.all_rated desc, counted.place = told.behind desc, counted.place
    ) = 1
),
clear as ( -- 一级项目2个，二级项目9个: which of them are rated is not said; nor, where lower ratings alone fall short, how many are 优
    select *, concat_ws(' ', '评级', nullif(row_number() over (partition by report_id order by behind nulls first), 1)) as instance
    from whole
    where is_all and report_id not in (select report_id from projects_counted() where label != '' group by report_id having count(distinct label) > 1)
)
select report_id, instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from clear
union all
select clear.report_id, clear.instance, null, 'part', 1, rated.claim_id, rated.amount, rated.half
from clear
join ratings_in_one_go() as rated on rated.report_id = clear.report_id and rated.behind is not distinct from clear.behind;
