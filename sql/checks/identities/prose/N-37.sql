-- zh: 完成率、增长率应当与用语一致：完成100%不称大于或小于预算，增长0%不与增减额并存
-- en: Prose: a rate of completion and the words beside it must agree; no change must stand beside a growth of 0 %
-- name: completion_rate_and_words_agree
-- tolerance: INT
-- severity: warning
-- why: 同一句话的数与词应一致
-- silent: rates stand beside their amounts
-- fault_zh: [{rate.at_zh} {rate.name}：完成率为{rate.printed}，却说{said_zh}预算数][{amount.at_zh} {amount.name}：增长率为{amount.printed}，却有增减额{change.printed}]
-- fault_en: [{rate.at_en}, {rate.name}: a completion of {rate.printed} is stated, yet it is said to be {said_en} the budget][{amount.at_en}, {amount.name}: a growth of {amount.printed} is stated beside a change of {change.printed}]

-- only where no amounts are said to judge the words by (N-24, N-02 judge those); 100% may be 99.6 % rounded and tells no direction
with rate as (select * from checks.prose_claim where role = 'completion'),
word as (
    select *, map_extract_value(map {'above': 1, 'below': -1, 'same': 0, 'equal': 0}, direction) as said
    from checks.prose_claim
    where role = 'direction' and base in ('budget', 'initial_budget', 'annual_budget') and direction in ('above', 'below', 'same', 'equal')
),
amounts as (
    select report_id, statement, subject
    from checks.prose_claim
    where role in ('value', 'budget')
    group by all having count(distinct role) = 2
),
completed as (
    select
        word.report_id, word.place as instance, word.code, word.claim_id as stated_id, word.said as stated,
        case
            when rate.amount - rate.half > 100 then 1
            when rate.amount + rate.half < 100 then -1
            when rate.amount = 100 and word.said != 0 and change.amount is not null then 0
            else word.said
        end as expected, rate.claim_id as rate_id, null as change_id, ['小于', '等于', '大于'][word.said + 2] as said_zh,
        ['below', 'equal to', 'above'][word.said + 2] as said_en
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
        growth.amount = 0 and change.amount != 0 as stated, 0 as expected, null as rate_id, change.claim_id as change_id, null as said_zh, null as said_en
    from checks.prose_claim as growth
    join checks.prose_claim as change
        on change.report_id = growth.report_id and change.statement = growth.statement and change.subject = growth.subject and change.role = 'change' and change.base = growth.base and change.place < growth.place
    left join checks.prose_claim as value
        on value.report_id = growth.report_id and value.statement = growth.statement and value.subject = growth.subject and value.role = 'value'
    where growth.role = 'growth' and (value.claim_id is null or value.amount = change.amount)
    qualify row_number() over (partition by growth.claim_id order by change.place desc) = 1
),
worded as (
    select
        report_id, instance, code, stated_id, stated, expected,
        map {'rate_id': rate_id, 'change_id': change_id, 'said_zh': said_zh, 'said_en': said_en} as particulars
    from (from completed union all from unmoved)
)
from two_terms('worded')
