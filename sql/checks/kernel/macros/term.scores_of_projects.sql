-- Macro for the score of a project, in the prose and at the foot of the table that evaluates it.

-- a table stands between its head and the next one's, by pages, and has one total: a score further on is of an evaluation report
create or replace macro scores_said_and_tabled() as table
with head as (
    select claim.report_id, project_name(claim.label) as name, min(page_of(claim.claim_id)) as page
    from checks.prose_claim as claim
    where claim.section = 'performance' and claim.subject = 'project_money' and claim.sentence is null
    group by claim.report_id, claim.statement, project_name(claim.label)
    qualify count(*) over (partition by claim.report_id, page) = 1 and count(*) over (partition by claim.report_id, name) = 1
),
score as (
    select *, page_of(claim_id) as page from checks.prose_claim where section = 'performance' and subject = 'score' and role = 'score'
),
foot as (
    select score.report_id, score.claim_id, score.amount, score.half, head.name
    from score
    asof join head on head.report_id = score.report_id and head.page <= score.page
    where score.sentence is null and score.page <= head.page + 3
    qualify count(*) over (partition by score.report_id, head.name) = 1
)
select
    said.report_id, said.sentence, said.place, said.claim_id, foot.claim_id as cell_id, abs(said.amount - foot.amount) > said.half + foot.half as is_other
from foot
join score as said on said.report_id = foot.report_id and said.sentence is not null and project_name(said.label) = foot.name;
