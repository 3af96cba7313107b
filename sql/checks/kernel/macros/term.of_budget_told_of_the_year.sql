-- Macros for the prose of a budget that tells money of the year alone where its form holds what is carried in (当年拨款), or to the next year, too (family P).

-- reports, and the form of a fund, that has as its total what the prose tells of the fund and what P4 says is carried in, together: 青海, 海南
create or replace macro told_without_carried() as table
with told as (
    select
        claim.report_id, claim.section as fund, cell.form, claim.value_yuan, claim.half_step_yuan, cell.value_yuan as whole_yuan, cell.half_step_yuan + claim.half_step_yuan as bound
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = map_extract_value(map {'general_budget': 'P5', 'government_fund': 'P8', 'state_capital': 'P9'}, claim.section)
        and cell.line = 'total' and cell.column_key = 'total' and cell.is_main
    where claim.subject = claim.section and claim.code is null
),
beside as (
    select told.*, cell.line, cell.value_yuan as beside_yuan, cell.half_step_yuan as beside_half, cell.is_repeat
    from told
    join checks.form_amount as cell on cell.report_id = told.report_id and cell.form = 'P4' and cell.panel = 'left'
)
select report_id, form, beside_yuan as value_yuan, max(bound + beside_half) as bound
from beside
where line in ('opening', 'within_opening') and beside_yuan > 0 and abs(value_yuan + beside_yuan - whole_yuan) <= bound + beside_half
group by report_id, form, beside_yuan
union -- or what P4 says is the year's, where what P4 carries in for all funds together holds the rest: 新疆
select income.report_id, income.form, income.whole_yuan - income.value_yuan, max(income.bound + carried.beside_half) as bound
from beside as income
join beside as carried on carried.report_id = income.report_id and carried.form = income.form and carried.value_yuan = income.value_yuan
where income.line = income.fund and not income.is_repeat and carried.line = 'opening' and not carried.is_repeat
    and abs(income.value_yuan - income.beside_yuan) <= income.half_step_yuan + income.beside_half
    and income.whole_yuan - income.value_yuan > income.bound
    and income.whole_yuan - income.value_yuan <= carried.beside_yuan + income.bound + carried.beside_half
group by income.report_id, income.form, income.whole_yuan - income.value_yuan;

-- reports whose form P1 prints what goes to the next year, and adds up with it
create or replace macro told_without_carried_forward() as table
select report_id
from checks.form_amount
where form = 'P1' and column_key in ('amount', 'total') and is_main and line in ('expenditure_total', 'carried_forward', 'expenditure_grand_total') and value_yuan is not null
group by report_id
having count(distinct line) = 3 and abs(sum(if(line = 'expenditure_grand_total', -1, 1) * value_yuan)) <= sum(half_step_yuan);
