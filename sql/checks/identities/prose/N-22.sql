-- zh: 绩效总分应当等于各指标得分之和，得分率应当等于得分÷分值
-- en: Prose: a score must be the sum of its parts, a rate score over weight
-- name: scores_are_the_sum_of_parts
-- tolerance: SUM
-- severity: error
-- why: 评分表的定义
-- silent: no scores of parts printed
with printed as ( -- what tables of scores print, the rows of a table before its total
    select *, subject = 'score' and coalesce(lead(statement) over in_order, 0) != statement as is_foot
    from checks.prose_claim
    where section = 'performance' and subject in ('score', 'score_part') and role in ('score', 'weight') and sentence is null
    window in_order as (partition by report_id order by place)
),
placed as (
    select *, coalesce(count_if(is_foot) over (partition by report_id order by place rows between unbounded preceding and 1 preceding), 0) as feet
    from printed
),
tabled as ( -- tables with a total at their foot; what stands between two feet is one table, unless it gives the money of two projects
    select
        report_id, feet, '分值' || if(feet > 0, ' ' || (feet + 1), '') as weights, '得分' || if(feet > 0, ' ' || (feet + 1), '') as scores,
        sum(amount) filter (subject = 'score_part' and role = 'weight') = 100 as is_weighed,
        count_if(subject = 'score_part' and role = 'weight') = count_if(subject = 'score_part' and role = 'score') as is_whole, -- a row may print one alone
        min(half) filter (role = 'score') as finest -- 20 beside 9.6 is 20.0: scores are printed with the decimals they have
    from placed
    group by report_id, feet
    having bool_or(is_foot) and count_if(role = 'weight' and label = '年度资金总额') <= 1 and bool_or(subject = 'score_part')
        and not coalesce(count_if(role = 'weight' and label = '年度资金总额') = 0 -- the ten points of 预算执行率 stand in a part of the table that is not read
            and sum(amount) filter (subject = 'score_part' and role = 'weight') + 10 = sum(amount) filter (subject = 'score' and role = 'weight'), false)
        and coalesce(sum(amount) filter (subject = 'score_part' and role = 'weight') < 1.5 * sum(amount) filter (subject = 'score' and role = 'weight'), true)
),
said as (
    select *, if(role = 'score', '得分', '分值') as instance, if(subject = 'score', 'total', 'part') as side
    from checks.prose_claim
    where section = 'performance' and subject in ('score', 'score_part') and role in ('score', 'weight')
    qualify row_number() over (partition by report_id, subject, role, label order by place) = 1
),
single as ( -- the total of a table without one, said in a sentence
    select report_id from checks.prose_claim where section = 'performance' and subject = 'score' and role = 'score'
    group by report_id having count(distinct amount) = 1 and bool_and(sentence is not null)
),
weighed as (
    select report_id from said where side = 'part' and role = 'weight' group by report_id having sum(amount) = 100
)
select
    report_id, if(role = 'weight', weights, scores) as instance, null::varchar as code, if(subject = 'score', 'total', 'part') as side, 1 as weight,
    claim_id as amount_id, amount as value_yuan, if(role = 'weight', half, finest) as half_step_yuan, null::varchar as hindrance
from placed
join tabled using (report_id, feet)
where is_whole and (role = 'weight' or is_weighed)
union all
select report_id, instance, null as code, side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan, null as hindrance
from said
where report_id in (from single) and (role = 'weight' or report_id in (from weighed))
union all
select report_id, '得分' as instance, null as code, 'total' as side, 1 as weight, null as amount_id, null as value_yuan, null as half_step_yuan, 'several totals printed' as hindrance
from checks.prose_claim
where section = 'performance' and subject = 'score' and role = 'score'
group by report_id
having count(distinct amount) > 1 and bool_and(sentence is not null)
