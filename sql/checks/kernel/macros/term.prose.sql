-- Macros for what the prose says of cells of the forms (family N): claims against the cells they speak of.

-- claims of a section that speak of a cell of form f, each against that cell; an item said several times, once for each
-- unit, is WX-02's (said again for the same unit, each time is held against the cell); what is a row of some forms and a
-- column within 合计 of others is held against the one that is printed
create or replace macro claims_and_cells(s, f) as table
with claim as (
    select
        claim.report_id, claim.claim_id, claim.amount, claim.half, if(claim.role = 'budget' and claim.base in ('initial', 'annual'), claim.base, null) as phase, cell.form, cell.panel, coalesce(cell.line, '') as line, coalesce(cell.code, '') as cell_code,
        if(claim.base != 'initial' and cell.form = 'T7' and budget.report_id is not null, 'annual_', '') || cell.column_key as column_key,
        concat_ws(' ', cell.form, nullif(coalesce(cell.code, ''), ''), nullif(cell.line, ''), cell.column_key, claim.place) as instance
    from checks.prose_claim as claim
    join reading.claim_cell as cell on cell.report_id = claim.report_id and cell.claim_id = claim.claim_id
    left join checks.said_again as again on again.report_id = claim.report_id and again.claim_id = claim.claim_id
    left join (select distinct report_id from checks.public_expense where is_budget and phase = 'annual_budget' and f = 'T7') as budget
        on budget.report_id = if(claim.role = 'budget', claim.report_id, null) -- 全年预算数 is all the form has; no other form is looked at for it
    where claim.section = s and cell.form = f
    qualify claim.subject != 'function' or count(*) filter (again.claim_id is null) over (
        partition by claim.report_id, claim.section, claim.subject, cell.code, cell.column_key
    ) = 1
),
met as ( -- a budget of T7 is one of those that are said: 年初预算 X，全年预算 Y is not held against the other one
    select claim.*, cell.amount_id, cell.value_yuan, cell.half_step_yuan, abs(claim.amount - cell.value_yuan) <= claim.half + cell.half_step_yuan as is_alike
    from claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = claim.form and cell.column_key = claim.column_key
        and not cell.is_repeat and (not cell.is_within or starts_with(claim.column_key, 'within_')) and coalesce(cell.code, '') = claim.cell_code
        and (claim.cell_code != '' or coalesce(cell.line, '') = claim.line) and coalesce(claim.panel, '') in ('', cell.panel)
    where not (coalesce(claim.phase = 'initial', false) and claim.report_id in (select report_id from checks.public_expense where is_annual and phase = 'budget' and f = 'T7'))
    window beside as (partition by claim.report_id, cell.amount_id)
    qualify claim.phase is null or coalesce(is_alike, true)
        or coalesce(bool_and(claim.phase = 'annual') filter (is_alike) over beside = (claim.phase = 'annual'), true)
)
select
    claim.report_id, instance, nullif(cell_code, '') as code, 'total' as side, 1 as weight, claim.claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from claim
left join (select claim_id, list(column_key) as columns from met group by claim_id) as printed on printed.claim_id = claim.claim_id
where if(printed.claim_id is null, not starts_with(claim.column_key, 'within_'), list_contains(printed.columns, claim.column_key))
union all
select report_id, instance, nullif(cell_code, ''), 'part', 1, amount_id, value_yuan, half_step_yuan from met;

-- reports whose prose speaks of every class of T5, or that have no T5 to tell
create or replace macro structured() as table
select claim.report_id
from checks.prose_claim as claim
where claim.section = 'general_structure' and claim.subject = 'function' and claim.role = 'value' and len(claim.code) = 3
group by claim.report_id
having count(*) = count(distinct claim.code) and count(distinct claim.code) >= (
    select count(distinct cell.code) from checks.form_amount as cell
    where cell.report_id = claim.report_id and cell.form = 'T5' and cell.column_key = 'total' and len(cell.code) = 3 and (cell.value_yuan != 0 or cell.in_doubt)
);

-- items one of whose amounts is the whole row of T5: said again, not for another unit
create or replace macro whole_items() as table
select claim.report_id, claim.code
from checks.prose_claim as claim
join checks.form_amount as cell on cell.report_id = claim.report_id and cell.form = 'T5' and cell.column_key = 'total' and cell.code = claim.code
where claim.section = 'general_items' and claim.subject = 'function' and claim.role = 'value'
    and (cell.in_doubt or abs(claim.amount - cell.value_yuan) <= claim.half + cell.half_step_yuan);
