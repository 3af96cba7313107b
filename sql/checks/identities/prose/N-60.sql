-- zh: 没有相应的决算表时，说明的总额应当等于所说各部分之和，收入总计应当等于支出总计
-- en: Prose without the form: totals must be the sum of the parts told, and income in total must equal expenditure in total
-- name: totals_without_forms_are_sums
-- tolerance: SUM
-- severity: error
-- why: 收入总计＝本年收入＋使用结余＋年初结转结余，支出总计＝本年支出＋结余分配＋年末结转结余；“三公”经费、公务用车费等于其各项之和。有表可对时与表核对（N-01、N-13）
-- silent: its form is there or not all parts are told

with kin(instance, form, told_in, subject, side, is_needed) as (
    values ('收入', 'T1', 'money', 'income_grand_total', 'total', true), ('收入', 'T1', 'money', 'income_total', 'part', true),
        ('收入', 'T1', 'money', 'opening', 'part', true), ('收入', 'T1', 'money', 'surplus_used', 'part', false),
        ('支出', 'T1', 'money', 'expenditure_grand_total', 'total', true), ('支出', 'T1', 'money', 'expenditure_total', 'part', true),
        ('支出', 'T1', 'money', 'closing', 'part', true), ('支出', 'T1', 'money', 'surplus_allocated', 'part', false),
        ('收支', 'T1', 'money', 'income_grand_total', 'total', true), ('收支', 'T1', 'money', 'expenditure_grand_total', 'part', true),
        ('三公', 'T7', 'three_public', 'three_public', 'total', true), ('三公', 'T7', 'three_public', 'abroad', 'part', true),
        ('三公', 'T7', 'three_public', 'vehicles', 'part', true), ('三公', 'T7', 'three_public', 'reception', 'part', true),
        ('车辆', 'T7', 'three_public', 'vehicles', 'total', true), ('车辆', 'T7', 'three_public', 'purchase', 'part', true), ('车辆', 'T7', 'three_public', 'running', 'part', true)
),
amounts as (
    select *, if(section = 'three_public', section, 'money') as told_in from checks.prose_claim
    where role = 'value' and section in ('overall', 'income', 'expenditure', 'three_public')
),
doubtful as (select distinct report_id, subject from reading.claim where role = 'value' and len(doubts) > 0),
said as ( -- each once, or each time alike
    select amounts.* exclude (code), kin.instance, kin.side, kin.is_needed, whole.wanted
    from amounts
    join kin using (told_in, subject)
    join (select instance, count(*) as wanted from kin where is_needed group by instance) as whole using (instance)
    join checks.form_status as status on status.report_id = amounts.report_id and status.form = kin.form and status.status in ('missing', 'no tables', 'not in this table set')
    anti join doubtful on doubtful.report_id = amounts.report_id and doubtful.subject = amounts.subject
    qualify count(distinct amounts.amount) over (partition by amounts.report_id, kin.instance, amounts.subject) = 1
        and row_number() over (partition by amounts.report_id, kin.instance, amounts.subject order by amounts.place) = 1
),
fiscal as ( -- who receives fiscal money alone has no surplus of other money to use or to allot
    select received.report_id
    from amounts as received
    join amounts as income on income.report_id = received.report_id and income.subject = 'income_total' and abs(income.amount - received.amount) <= income.half + received.half
    where received.subject = 'income_fiscal'
),
summed as (
    select
        report_id, instance, sum(if(side = 'total', amount, -amount)) as residual, sum(half) as bound, bool_and(is_needed) as lacks_surplus,
        count(*) filter (is_needed) as needed, any_value(wanted) as wanted, count(distinct sentence) as sentences, any_value(sentence) as sentence
    from said group by report_id, instance
),
judged as (
    select summed.report_id, summed.instance
    from summed
    left join amounts as bought on bought.report_id = summed.report_id and bought.subject = 'purchase' and bought.amount > 0
    left join reading.sentence as text on text.report_id = summed.report_id and text.sentence = summed.sentence
    where summed.needed = summed.wanted and case summed.instance
        when '收支' then summed.sentences = 1 and regexp_matches(text.text, '收入(决算)?总计.*支出(决算)?总计') -- 总收入 is said of what the year brought, too
        when '三公' then bought.claim_id is null or abs(summed.residual - bought.amount) > summed.bound + bought.half -- 公务用车及运行费 beside 公务用车购置费
        when '车辆' then true
        else not summed.lacks_surplus or summed.report_id in (from fiscal) or summed.residual < -summed.bound
    end
)
select report_id, instance, null::varchar as code, side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from said
semi join judged using (report_id, instance)
