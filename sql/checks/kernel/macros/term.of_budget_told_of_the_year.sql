-- Macros for the prose of a budget that tells money of the year alone where its form holds what is carried in (当年拨款), or to the next year, too (family P).

-- reports whose form P5 has as its total what the prose tells of the general budget and what P4 says is carried in, together: 青海, 海南
create or replace macro told_without_carried() as table
select claim.report_id, carried.value_yuan, max(carried.half_step_yuan + claim.half_step_yuan + cell.half_step_yuan) as bound
from budget_claims() as claim
join checks.form_amount as cell
    on cell.report_id = claim.report_id and cell.form = 'P5' and cell.line = 'total' and cell.column_key = 'total' and cell.is_main
join checks.form_amount as carried
    on carried.report_id = claim.report_id and carried.form = 'P4' and carried.panel = 'left' and carried.line in ('opening', 'within_opening') and carried.value_yuan > 0
where claim.section = 'general_budget' and claim.subject = 'general_budget' and claim.code is null
    and abs(claim.value_yuan + carried.value_yuan - cell.value_yuan) <= carried.half_step_yuan + claim.half_step_yuan + cell.half_step_yuan
group by claim.report_id, carried.value_yuan
union -- or what P4 says is the year's, where what P4 carries in for all funds together holds the rest: 新疆
select claim.report_id, cell.value_yuan - claim.value_yuan, max(carried.half_step_yuan + claim.half_step_yuan + cell.half_step_yuan) as bound
from budget_claims() as claim
join checks.form_amount as cell
    on cell.report_id = claim.report_id and cell.form = 'P5' and cell.line = 'total' and cell.column_key = 'total' and cell.is_main
join checks.form_amount as income
    on income.report_id = claim.report_id and income.form = 'P4' and income.panel = 'left' and income.line = 'general_budget' and not income.is_repeat
join checks.form_amount as carried
    on carried.report_id = claim.report_id and carried.form = 'P4' and carried.panel = 'left' and carried.line = 'opening' and not carried.is_repeat
where claim.section = 'general_budget' and claim.subject = 'general_budget' and claim.code is null
    and abs(claim.value_yuan - income.value_yuan) <= claim.half_step_yuan + income.half_step_yuan
    and cell.value_yuan - claim.value_yuan > cell.half_step_yuan + claim.half_step_yuan
    and cell.value_yuan - claim.value_yuan <= carried.value_yuan + carried.half_step_yuan + claim.half_step_yuan + cell.half_step_yuan
group by claim.report_id, cell.value_yuan - claim.value_yuan;

-- reports whose form P1 prints what goes to the next year, and adds up with it
create or replace macro told_without_carried_forward() as table
select report_id
from checks.form_amount
where form = 'P1' and column_key in ('amount', 'total') and is_main and line in ('expenditure_total', 'carried_forward', 'expenditure_grand_total') and value_yuan is not null
group by report_id
having count(distinct line) = 3 and abs(sum(if(line = 'expenditure_grand_total', -1, 1) * value_yuan)) <= sum(half_step_yuan);
