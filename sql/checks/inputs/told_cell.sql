-- 文字所述的单元格：说明里的数与它所说的表中的格 / Cells that the prose tells: claims against the cells of the forms they speak of, as terms (family N).
-- report_id: report
-- section: section of the prose
-- form: form of the cell
-- instance: which claim about which cell
-- code: classification code of the cell
-- side: total (what the prose states) or part (what the form prints)
-- weight: 1
-- amount_id: claim or printed amount
-- value_yuan: value in 元 (a plain number for counts); null for a blank
-- half_step_yuan: half a unit of the last printed decimal; 0 for counts

-- an item said several times, once for each unit, is WX-02's (said again for the same unit, each time is held against the cell); what is
-- a row of some forms and a column within 合计 of others is held against the one that is printed
with claim as (
    select
        claim.report_id, claim.section, claim.claim_id, claim.amount, claim.half, if(claim.role = 'budget' and claim.base in ('initial', 'annual'), claim.base, null) as phase,
        cell.form, cell.panel, coalesce(cell.line, '') as line, coalesce(cell.code, '') as cell_code,
        if(claim.base != 'initial' and budget.report_id is not null, 'annual_', '') || cell.column_key as column_key,
        concat_ws(' ', cell.form, nullif(coalesce(cell.code, ''), ''), nullif(cell.line, ''), cell.column_key, claim.place) as instance
    from checks.prose_claim as claim
    join reading.claim_cell as cell on cell.report_id = claim.report_id and cell.claim_id = claim.claim_id
    left join checks.said_again as again on again.report_id = claim.report_id and again.claim_id = claim.claim_id
    left join (select distinct report_id from checks.public_expense where is_budget and phase = 'annual_budget') as budget
        on budget.report_id = if(claim.role = 'budget' and cell.form = 'T7', claim.report_id, null) -- 全年预算数 is all the form has
    qualify claim.subject != 'function' or count(*) filter (again.claim_id is null) over (
        partition by claim.report_id, claim.section, claim.subject, cell.form, cell.code, cell.column_key
    ) = 1
),
met as ( -- a budget of T7 is one of those that are said: 年初预算 X，全年预算 Y is not held against the other one
    select claim.*, cell.amount_id, cell.value_yuan, cell.half_step_yuan, abs(claim.amount - cell.value_yuan) <= claim.half + cell.half_step_yuan as is_alike
    from claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = claim.form and cell.column_key = claim.column_key
        and not cell.is_repeat and (not cell.is_within or starts_with(claim.column_key, 'within_')) and coalesce(cell.code, '') = claim.cell_code
        and (claim.cell_code != '' or coalesce(cell.line, '') = claim.line) and coalesce(claim.panel, '') in ('', cell.panel)
    where not (claim.form = 'T7' and coalesce(claim.phase = 'initial', false) and claim.report_id in (select report_id from checks.public_expense where is_annual and phase = 'budget'))
    window beside as (partition by claim.report_id, claim.section, cell.amount_id)
    qualify claim.phase is null or coalesce(is_alike, true)
        or coalesce(bool_and(claim.phase = 'annual') filter (is_alike) over beside = (claim.phase = 'annual'), true)
)
select
    claim.report_id, claim.section, claim.form, instance, nullif(cell_code, '') as code, 'total' as side, 1 as weight, claim.claim_id as amount_id, amount as value_yuan,
    half as half_step_yuan
from claim
left join (select report_id, claim_id, form, list(column_key) as columns from met group by all) as printed
    on printed.report_id = claim.report_id and printed.claim_id = claim.claim_id and printed.form = claim.form
where if(printed.claim_id is null, not starts_with(claim.column_key, 'within_'), list_contains(printed.columns, claim.column_key))
union all
select report_id, section, form, instance, nullif(cell_code, ''), 'part', 1, amount_id, value_yuan, half_step_yuan from met
