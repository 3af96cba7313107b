-- zh: 绩效的执行率、完成率应当等于支出÷预算或到位资金
-- en: Prose: an execution or completion rate of a project must be what was paid over the budget or the money received, whichever fits
-- name: project_rates_are_paid_over_budget
-- tolerance: SHARE
-- severity: warning
-- silent: nothing printed to compare with
-- why: 执行率的定义；两种分母都试

-- 执行率 of two amounts named before it in the sentence, what was paid over 预算 or 到位资金: the pair that fits, else the last two
select * from (
select
    rate.report_id, rate.place as instance, null as code, 100 as factor, rate.amount as stated, rate.half as stated_half, part.amount as part,
    part.half as part_half, whole.amount as whole, whole.half as whole_half, [rate.claim_id, part.claim_id, whole.claim_id] as amount_ids
from checks.prose_claim as rate
join checks.prose_claim as part
    on part.report_id = rate.report_id and part.sentence = rate.sentence and part.subject = 'project_money' and part.role = 'value' and part.place < rate.place
join checks.prose_claim as whole
    on whole.report_id = rate.report_id and whole.sentence = rate.sentence and whole.subject = 'project_money' and whole.role in ('value', 'budget')
    and whole.place < rate.place and whole.place != part.place
where rate.subject = 'execution' and rate.role = 'rate' and not regexp_matches(part.label || '|' || whole.label, '(^|[|])(基本|项目)支出') -- parts of what was paid
qualify row_number() over (
    partition by rate.claim_id
    order by coalesce(
            abs(100 * narrow(part.amount) - narrow(rate.amount) * narrow(whole.amount))
            <= 100 * part.half + narrow(rate.half) * narrow(whole.amount) + narrow(rate.amount) * narrow(whole.half), false
        ) desc,
        part.place desc, whole.place desc
) = 1
)
union all
-- 全年预算数 X，其中…。资金总体支出 Y，其中…，预算执行率为 P% (北京): of the department as a whole, said over the sentences before
select
    rate.report_id, rate.place, null, 100, rate.amount, rate.half, part.amount, part.half, whole.amount, whole.half, [rate.claim_id, part.claim_id, whole.claim_id]
from checks.prose_claim as rate
join checks.prose_claim as part
    on part.report_id = rate.report_id and part.subject = 'project_money' and part.role = 'value' and contains(part.label, '总体支出')
    and part.place < rate.place and rate.sentence - part.sentence <= 1
join checks.prose_claim as whole
    on whole.report_id = rate.report_id and whole.subject = 'project_money' and whole.role = 'budget' and whole.base = 'annual'
    and whole.place < part.place and part.sentence - whole.sentence = 1
where rate.subject = 'execution' and rate.role = 'rate'
qualify row_number() over (partition by rate.claim_id order by part.place desc, whole.place desc) = 1
union all
from completion_of(['performance'], ['unstated', 'annual', 'initial'])
