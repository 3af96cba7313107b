-- zh: 编制说明中总额的增减额应当等于其下所列各项增减额之和；收支预算的增减额，收入、支出应当相同
-- en: Prose of a budget: the change of a total must equal the changes of its parts told below it; of income and expenditure told together, both must change as they do
-- name: changes_of_totals_are_of_their_parts
-- tolerance: DIFF
-- severity: error
-- why: 部分之和等于整体，两年皆然
-- fault_zh: {turned.at_zh} {turned.name}：说的是{said_zh}{turned.printed}，与同处所说总额及其他各项的增减额不合，写作{other_zh}则相合
-- fault_en: {turned.at_en}, {turned.name}: {said_en} of {turned.printed} is told, which does not agree with the changes of the total and of the other parts told with it; {other_en} would

-- parts that are all there is of the total, each told to change or to be the same, before anything else is told to change
with kin(whole, part, parts) as (
    values ('expenditure_grand_total', 'basic', 2), ('expenditure_grand_total', 'project', 2), ('general_budget', 'basic', 2), ('general_budget', 'project', 2),
        ('grand_total', 'basic', 2), ('grand_total', 'project', 2),
        ('fiscal_expenditure', 'general_budget', 3), ('fiscal_expenditure', 'government_fund', 3), ('fiscal_expenditure', 'state_capital', 3)
),
said as (from budget_changes_told(['overall', 'fiscal_overall', 'expenditure'])),
run as (
    select whole.place as whole_place, whole.claim_id as whole_id, part.*, kin.parts, count(*) filter (kin.part is null) over (partition by whole.report_id, whole.place order by part.place) as others
    from said as whole
    join said as part on part.report_id = whole.report_id and part.section = whole.section and part.place > whole.place and part.base = whole.base
    left join kin on kin.whole = whole.subject and kin.part = part.subject
    where whole.role = 'change' and whole.subject in (select whole from kin)
        and not (whole.subject = 'grand_total' and whole.report_id in (select report_id from budget_money_there() where whole = 'expenditure_grand_total' and subject not in ('basic', 'project')))
),
paired as ( -- 收支预算, then both sides of it
    select whole.place || ' ' || side.subject as instance, whole.claim_id as whole_id, side.*
    from said as whole
    join said as side on side.report_id = whole.report_id and side.section = whole.section and side.place > whole.place and side.base = whole.base
    where whole.role = 'change' and whole.subject = 'grand_total' and side.role = 'change' and side.subject in ('income_grand_total', 'expenditure_grand_total')
    qualify count(*) over (partition by whole.report_id, side.subject) = 1
    union all by name
    from fiscal_sides_changed()
),
summed as (
    select report_id, whole_place as instance, whole_id, claim_id, role, sign, value_yuan, half_step_yuan
    from run
    where others = 0
    qualify count(*) over (partition by report_id, whole_place) = parts and count(distinct subject) over (partition by report_id, whole_place) = parts
    union all
    select report_id, instance, whole_id, claim_id, role, sign, value_yuan, half_step_yuan from paired
),
turned as ( -- words of income and expenditure that go apart, of which PN-24 tells: the other way round they fit
    select summed.report_id, summed.instance
    from summed
    join said on said.report_id = summed.report_id and said.claim_id = summed.whole_id and said.subject = 'expenditure_grand_total'
    join said as income on income.report_id = said.report_id and income.section = said.section and income.value_yuan = said.value_yuan and income.sign = -said.sign
    where summed.role = 'change' and income.subject = 'income_grand_total'
    group by summed.report_id, summed.instance, said.claim_id, income.claim_id
    having abs(sum(summed.sign * summed.value_yuan) + any_value(said.sign * said.value_yuan)) <= sum(summed.half_step_yuan) + any_value(said.half_step_yuan)
),
kept as (from summed anti join turned using (report_id, instance)),
changes as (
    select report_id, instance, null as code, 'part' as side, sign as weight, claim_id as amount_id, value_yuan, half_step_yuan from kept where role = 'change'
    union all
    select distinct kept.report_id, kept.instance, null, 'total', said.sign, said.claim_id, said.value_yuan, said.half_step_yuan
    from kept
    join said on said.report_id = kept.report_id and said.claim_id = kept.whole_id
)
from told_the_wrong_way('changes')
