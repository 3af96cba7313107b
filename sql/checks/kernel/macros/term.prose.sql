-- Macros for what the prose says of cells of the forms (family N): claims against the cells they speak of.

-- claims of a section that speak of a cell of form f, each against that cell
create or replace macro claims_and_cells(s, f) as table
select report_id, instance, code, side, weight, amount_id, value_yuan, half_step_yuan from checks.told_cell where section = s and form = f;

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
