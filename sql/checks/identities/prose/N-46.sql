-- zh: 绩效评分表的得分应当不大于分值
-- en: Score tables: a score must not be above its weight
-- name: scores_within_their_weights
-- tolerance: INEQ
-- severity: error
-- why: 分值是满分
-- silent: no scores of parts printed
with graded as (
    select score.report_id, score.place as instance, score.claim_id as score_id, score.amount as score, weight.claim_id as weight_id, weight.amount as weight
    from checks.prose_claim as score
    join checks.prose_claim as weight
        on weight.report_id = score.report_id and weight.statement = score.statement and weight.subject = score.subject and weight.role = 'weight'
    where score.subject in ('score', 'score_part') and score.role = 'score' and score.section = 'performance'
    qualify row_number() over (partition by score.claim_id order by weight.place) = 1
)
select report_id, instance, null::varchar as code, 'total' as side, 1 as weight, score_id as amount_id, score as value_yuan, 0 as half_step_yuan from graded
union all
select report_id, instance, null, 'part', 1, weight_id, weight, 0 from graded
