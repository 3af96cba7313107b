-- Macro for the prose of a budget that tells the general budget of the year alone (当年拨款) where its form holds what is carried in too (family P).

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
group by claim.report_id, carried.value_yuan;
