-- Macros for the changes that the prose of a budget tells, and for their sums (family P).

-- changes of amounts told in some sections, and what is said to be the same, which has no amount
create or replace macro budget_changes_told(told_in) as table
select
    text.report_id, claim.claim_id, split_part(claim.claim_id, '-', 3) as place, claim.section, claim.subject, claim.base, claim.role, claim.value_yuan, claim.half_step_yuan,
    if(claim.direction = 'down', -1, 1) as sign
from budget_texts() as text
join reading.claim as claim on claim.report_id = text.said_id
where list_contains(told_in, claim.section) and len(claim.doubts) = 0
    and (claim.role = 'change' and claim.direction in ('up', 'down') and claim.value_yuan is not null or claim.role = 'direction' and claim.direction = 'same');

-- the change of 财政拨款收入 and then that of 财政拨款支出, where both are of the same amount and no money is carried in or out (上海)
create or replace macro fiscal_sides_changed() as table
with said as (from budget_changes_told(['overall', 'fiscal_overall', 'expenditure']))
select whole.place || ' fiscal' as instance, whole.claim_id as whole_id, side.*
from said as whole
join said as side on side.report_id = whole.report_id and side.section = whole.section and side.place > whole.place and side.base = whole.base
join checks.budget_change as income on income.report_id = whole.report_id and income.change_id = whole.claim_id
join checks.budget_change as spent on spent.report_id = side.report_id and spent.change_id = side.claim_id and abs(spent.amount - income.amount) <= spent.half + income.half
where whole.subject = 'income_fiscal' and side.subject = 'fiscal_expenditure' and whole.report_id not in (
    select report_id from checks.form_amount where form in ('P1', 'P4') and line in ('opening', 'carried_forward', 'surplus_used', 'account_balance')
)
qualify count(*) over (partition by whole.report_id) = 1;

-- of a table or CTE of the terms of sums of changes, named in quotes (weight: the sign of each): its terms, those of an instance that holds where one of
-- its changes goes the other way with particulars that say which; where that is true of none or of several, no one of them is named
create or replace macro told_the_wrong_way(changes) as table
with signed as (select *, if(side = 'total', 1, -1) * weight * value_yuan as share from query_table(changes)),
summed as (
    select *, sum(share) over of_it as residual, sum(half_step_yuan) over of_it as bound, sign(weight) as way from signed
    window of_it as (partition by report_id, instance)
),
turned as (
    select *
    from summed
    where abs(residual) > bound and abs(residual - 2 * share) <= bound
    qualify count(*) over (partition by report_id, instance) = 1
)
select
    summed.report_id, summed.instance, summed.code, summed.side, summed.weight, summed.amount_id, summed.value_yuan, summed.half_step_yuan,
    if(turned.amount_id is null, null, map {
        'turned_id': turned.amount_id, 'said_zh': said.moved_zh, 'other_zh': other.moved_zh, 'said_en': said.moved_en, 'other_en': other.moved_en
    }) as particulars
from summed
left join turned on turned.report_id = summed.report_id and turned.instance = summed.instance
left join ways() as said on said.sign = turned.way
left join ways() as other on other.sign = -turned.way;
