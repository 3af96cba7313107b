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
    join head on head.report_id = score.report_id and score.page between head.page and head.page + 3
    where score.sentence is null
    qualify row_number() over (partition by score.report_id, score.claim_id order by head.page desc) = 1
),
alone as (
    from foot qualify count(*) over (partition by report_id, name) = 1
)
select
    said.report_id, said.sentence, said.place, said.claim_id, alone.claim_id as cell_id, abs(said.amount - alone.amount) > said.half + alone.half as is_other
from alone
join score as said on said.report_id = alone.report_id and project_name(said.label) = alone.name
where said.sentence is not null;
