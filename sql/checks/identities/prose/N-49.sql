-- zh: 总额的增减额应当等于其各项增减额之和（“三公”经费，比上年、比预算；其后列出各项的收入、支出总额，比上年）
-- en: Prose: the change of a total must be the sum of the changes of its items (three public expenses, against last year or the budget; income and expenditure with all their items, against last year)
-- name: changes_of_totals_are_sums_of_changes
-- tolerance: SUM
-- severity: error
-- why: 总额等于各项之和，增减额亦然
-- silent: parts are not all printed
-- fault_zh: {turned.at_zh} {turned.name}：说的是{said_zh}{turned.printed}，与总额及其他各项的增减额不合，写作{other_zh}则相合
-- fault_en: {turned.at_en}, {turned.name}: {said_en} of {turned.printed} is told, which does not agree with the changes of the total and of the other items; {other_en} would

-- where each of the three items is said to have changed, or to be as it was; of income and expenditure, each that T1 has
with moved as (
    select * from changes_said() where section = 'overall' and base = 'prior_year'
),
had as ( -- what T1 has: its sources and classes
    select report_id, panel, coalesce(code, 'income_' || if(line in ('general_budget', 'government_fund', 'state_capital'), 'fiscal', line)) as item
    from checks.form_amount
    where form = 'T1' and (value_yuan != 0 or in_doubt) and (code is not null or line in (
        'fiscal', 'general_budget', 'government_fund', 'state_capital', 'superior', 'operating', 'business', 'subordinate', 'other'
    ))
),
whole as ( -- 收入总计 of a university is its 本年收入合计
    select moved.*, if(starts_with(moved.subject, 'income'), 'left', 'right') as panel, lead(moved.place) over (partition by moved.report_id order by moved.place) as until
    from moved
    join checks.prose_claim as value on value.report_id = moved.report_id and value.statement = moved.statement and value.subject = moved.subject and value.role = 'value'
    join checks.form_amount as cell
        on cell.report_id = moved.report_id and cell.form = 'T1' and cell.line = regexp_replace(moved.subject, '_(grand_)?total', '') || '_total'
        and abs(cell.value_yuan - value.amount) <= cell.half_step_yuan + value.half
    where moved.section = 'overall' and regexp_matches(moved.subject, '^(income|expenditure)_(grand_)?total$') and moved.direction != 'same'
),
part as (
    select part.*, whole.place as whole_place, whole.claim_id as whole_id, whole.panel, coalesce(part.code, part.subject) as item
    from whole
    join moved as part on part.report_id = whole.report_id and part.place > whole.place and part.place < coalesce(whole.until, 'z') and part.sentence <= whole.sentence + 1
    where if(whole.panel = 'left', regexp_matches(part.subject, '^income_(fiscal|superior|operating|business|subordinate|other)$'), part.subject = 'function' and len(part.code) = 3)
),
silent as (select whole.claim_id from whole join had using (report_id, panel) anti join part on part.whole_id = whole.claim_id and part.item = had.item),
complete as ( -- what T1 does not have, last year may have had alone: the parts then change by more than the whole, and not by twice a part, as where its word is wrong
    select whole_id
    from (
        select part.whole_id, sum(part.weight * part.amount) - whole.weight * whole.amount as excess, sum(part.half) + whole.half as bound, array_agg(part.weight * part.amount) as changes
        from whole join part on part.whole_id = whole.claim_id where whole.claim_id not in (from silent)
        group by part.whole_id, whole.weight, whole.amount, whole.half having count(distinct part.item) = count(*)
    )
    where excess <= bound or list_bool_or([abs(excess - 2 * change) <= bound for change in changes])
),
changes as (
    from changes_of_visits()
    union all
    select report_id, place, null, 'total', weight, claim_id, amount, half from whole where claim_id in (from complete)
    union all
    select report_id, whole_place, null, 'part', weight, claim_id, amount, half from part where whole_id in (from complete)
)
from told_the_wrong_way('changes')
