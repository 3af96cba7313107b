-- zh: 绩效总分应当等于各指标得分之和，得分率应当等于得分÷分值
-- en: Prose: a score must be the sum of its parts, a rate score over weight
-- name: scores_are_the_sum_of_parts
-- tolerance: SUM
-- severity: error
-- why: 评分表的定义
-- silent: no scores of parts printed
with weighed as (
    select report_id from (select * from claim_side('part', 1, ['performance'], ['score_part'], 'weight')) group by report_id having sum(value_yuan) = 100
),
single as (
    select report_id from checks.prose_claim where section = 'performance' and subject = 'score' and role = 'score'
    group by report_id having count(distinct amount) = 1
)
(
    select * replace ('得分' as instance) from claim_side('total', 1, ['performance'], ['score'], 'score')
    where report_id in (from weighed) and report_id in (from single)
    qualify row_number() over (partition by report_id order by amount_id) = 1 -- said in a sentence and at the foot of the table
)
union all
select * replace ('得分' as instance) from claim_side('part', 1, ['performance'], ['score_part'], 'score')
where report_id in (from weighed) and report_id in (from single)
union all
(
    select * replace ('分值' as instance) from claim_side('total', 1, ['performance'], ['score'], 'weight')
    where report_id in (from single)
    qualify row_number() over (partition by report_id order by amount_id) = 1
)
union all
select * replace ('分值' as instance) from claim_side('part', 1, ['performance'], ['score_part'], 'weight')
where report_id in (from single)
union all by name
select report_id, '得分' as instance, 'total' as side, 1 as weight, 'several totals printed' as hindrance
from (
    select report_id from checks.prose_claim where section = 'performance' and subject = 'score' and role = 'score'
    group by report_id having count(distinct amount) > 1
)
