-- zh: 下降率、满意度、合格率与百分制的得分应当不大于100
-- en: Prose: a decrease, a rate of satisfaction or of passing, a score of 100 must not be above 100
-- name: rates_and_scores_at_most_100
-- tolerance: NORM
-- severity: error
-- why: 不可能减少一倍以上；比率与百分制以100为满
with bounded as (
    select report_id, claim_id, code, place, amount, half
    from checks.prose_claim
    where role = 'growth' and direction = 'down'
        or role in ('mean', 'score') and subject in ('self_evaluated_projects', 'score') and section = 'performance'
            and (report_id, statement, subject) not in (select report_id, statement, subject from checks.prose_claim where role = 'weight') -- N-46 holds it against its weight
        or role = 'rate' and regexp_matches(label, '满意度|合格率|达标率|覆盖率|及时率|完好率')
)
select report_id, place as instance, code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from bounded
union all
select report_id, place, code, 'part', 1, null, 100, 0
from bounded
