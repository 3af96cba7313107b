select
    rate.report_id, rate.place as instance, null as code, 100 as factor, rate.amount as stated, rate.half as stated_half, score.amount as part, score.half as part_half,
    weight.amount as whole, 0 as whole_half, [rate.claim_id, score.claim_id, weight.claim_id] as amount_ids
from checks.prose_claim as rate
join checks.prose_claim as score on score.report_id = rate.report_id and coalesce(score.sentence, -score.statement) = coalesce(rate.sentence, -rate.statement) and score.subject = rate.subject and score.role = 'score'
join checks.prose_claim as weight on weight.report_id = rate.report_id and coalesce(weight.sentence, -weight.statement) = coalesce(rate.sentence, -rate.statement) and weight.subject = rate.subject and weight.role = 'weight'
where rate.subject in ('score', 'score_part') and rate.role = 'rate'
