-- zh: 完成率、增长率与用语一致：完成100%不称大于或小于预算，增长0%不与增减额并存
-- en: Prose: a rate of completion and the words beside it agree; no change beside a growth of 0 %
-- tolerance: INT
-- severity: warning
-- why: 同一句话的数与词应一致

-- only where no amounts are said to judge the words by (N-24, N-02 judge those); 100% may be 99.6 % rounded, so that beside it
-- no direction is told from its last digit
with rate as (
    select * from checks.prose_claim where role = 'completion'
),
word as (
    select *, map_extract_value(map {'above': 1, 'below': -1, 'same': 0, 'equal': 0}, direction) as said
    from checks.prose_claim
    where role = 'direction' and base in ('budget', 'initial_budget', 'annual_budget') and direction in ('above', 'below', 'same', 'equal')
),
amounts as (
    select report_id, statement, subject
    from checks.prose_claim
    where role in ('value', 'budget')
    group by all
    having count(distinct role) = 2
),
completed as (
    select
        word.report_id, word.place as instance, word.code, word.claim_id as stated_id, word.said as stated,
        case
            when rate.amount - rate.half > 100 then 1
            when rate.amount + rate.half < 100 then -1
            when rate.amount = 100 and word.said != 0 and change.amount is not null then 0
            else word.said
        end as expected
    from word
    join rate on rate.report_id = word.report_id and rate.statement = word.statement and rate.subject = word.subject
    left join checks.prose_claim as change
        on change.report_id = word.report_id and change.statement = word.statement and change.subject = word.subject and change.role = 'change'
        and change.base in ('budget', 'initial_budget', 'annual_budget')
    anti join amounts on amounts.report_id = word.report_id and amounts.statement = word.statement and amounts.subject = word.subject
    qualify row_number() over (partition by word.claim_id order by rate.place desc) = 1
),
unmoved as (
    select
        growth.report_id, growth.place as instance, growth.code, growth.claim_id as stated_id,
        growth.amount = 0 and change.amount != 0 as stated, 0 as expected
    from checks.prose_claim as growth
    join checks.prose_claim as change
        on change.report_id = growth.report_id and change.statement = growth.statement and change.subject = growth.subject
        and change.role = 'change' and change.base = growth.base and change.place < growth.place
    left join checks.prose_claim as value
        on value.report_id = growth.report_id and value.statement = growth.statement and value.subject = growth.subject and value.role = 'value'
    where growth.role = 'growth' and (value.claim_id is null or value.amount = change.amount)
    qualify row_number() over (partition by growth.claim_id order by change.place desc) = 1
),
worded as (
    select * from completed
    union all
    select * from unmoved
)
from two_terms('worded')
