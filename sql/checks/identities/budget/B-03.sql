-- zh: 完成率应当按所称的预算口径计算
-- en: Prose: a completion rate must be of the budget it names
-- name: completion_rate_is_of_its_budget
-- tolerance: INT
-- severity: error
-- why: 完成年初预算的百分比以年初预算为分母
-- fault_zh: {amount.at_zh} {amount.name}：[{value.text}÷{used.text}＝{amount.printed}，]分母是{used_zh}，不是{named_zh}[{named.printed}]
-- fault_en: {amount.at_en}, {amount.name}: [{value.text} over {used.text} is {amount.printed}; ]it is of the {used_en}, not of the {named_en}[ of {named.printed}]
with budget as (
    select report_id, statement, subject, base, min_by(claim_id, place) as claim_id from checks.prose_claim where role = 'budget' group by all
),
phase as (
    select
        rate.report_id, rate.place || ' base' as instance, rate.code, rate.claim_id as stated_id, 1 as stated, if(rate.fitted in (rate.base, 'unstated'), 1, 0) as expected,
        map {'value_id': value.claim_id, 'named_id': named.claim_id, 'used_id': used.claim_id,
            'named_zh': if(rate.base = 'initial', '年初预算', '全年预算'), 'used_zh': if(rate.fitted = 'initial', '年初预算', '全年预算'),
            'named_en': if(rate.base = 'initial', 'initial budget', 'budget of the year'),
            'used_en': if(rate.fitted = 'initial', 'initial budget', 'budget of the year')} as particulars
    from checks.prose_claim as rate
    left join budget as named
        on named.report_id = rate.report_id and named.statement = rate.statement and named.subject = rate.subject and named.base = rate.base
    left join budget as used
        on used.report_id = rate.report_id and used.statement = rate.statement and used.subject = rate.subject and used.base = rate.fitted
    left join checks.prose_claim as value
        on value.report_id = rate.report_id and value.statement = rate.statement and value.subject = rate.subject and value.role = 'value'
    where rate.role = 'completion' and rate.base in ('initial', 'annual') and rate.fitted is not null
    qualify row_number() over (partition by rate.claim_id order by value.place) = 1
)
from two_terms('phase')
