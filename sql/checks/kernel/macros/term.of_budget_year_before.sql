-- Macros for what the prose of a budget says of the year before (family P).

-- what P5 prints of the year before: of an item, or of all of the general budget (合计)
create or replace macro budget_printed_before() as table
select
    change.report_id, if(earlier.line = 'total', 'general_budget', 'function') as subject, change.code, '' as label, 'P5 prior' as place,
    if(regexp_matches(earlier.heading, '执行|决算'), 'prior_execution', 'prior_budget') as base, change.prior_id as amount_id, change.prior as value_yuan, change.prior_half as half_step_yuan
from checks.printed_change as change
join reading.amount as earlier on earlier.amount_id = change.prior_id
where change.form = 'P5' and not change.is_rate and change.prior is not null and (earlier.line = 'total' or len(change.code) = 7);

-- cells of forms that the prose speaks of, by subject and code: place says which form, last_year those that P7 prints of the year before
create or replace macro budget_spoken_cells() as table
select report_id, if(line like '%_total', line, 'income_' || line) as subject, null as code, '' as label, form as place, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'P1' and column_key in ('amount', 'total') and is_main and value_yuan is not null and (
    panel = 'left' and line in ('income_grand_total', 'income_total', 'fiscal', 'general_budget', 'government_fund')
    or panel != 'left' and line in ('expenditure_grand_total', 'expenditure_total')
)
union all
select cell.report_id, 'function', cell.code, regexp_replace(printed.row_label, '\s', '', 'g'), cell.form, cell.amount_id, cell.value_yuan, cell.half_step_yuan
from checks.form_amount as cell
join reading.amount as printed on printed.amount_id = cell.amount_id
where cell.form in ('P5', 'PU4') and len(cell.code) = 7 and cell.column_key in ('total', 'amount') and cell.is_main and cell.value_yuan is not null
union all
select report_id, if(item = 'total', 'three_public', if(item = 'operating_costs', 'running_costs', item)), null, '', place, amount_id, value_yuan, half_step_yuan
from budget_public_costs()
where place in ('P7 budget', 'P7 prior') and item != 'grand_total' and value_yuan is not null; -- which holds 会议费 and 培训费 too

-- amount less change against a cell of the year before: as P7 prints it (own), or as last year's budget published it; prose that cuts the last digit of a finer
-- form may lack a whole unit of it
create or replace macro budget_year_before(own) as table
with paired as (
    select
        change.* replace (if(cell.half_step_yuan < change.half, 2, 1) * change.half as half, if(cell.half_step_yuan < change.half, 2, 1) * change.change_half as change_half), cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half,
        concat_ws(' ', change.subject, change.code, change.place) as instance
    from checks.budget_change as change
    left join checks.related_report as beside on beside.report_id = change.report_id and beside.relation = 'prior_year'
    join (
        select report_id, subject, code, label, place, 'prior_budget' as base, amount_id, value_yuan, half_step_yuan from budget_spoken_cells()
        union all
        select * from budget_printed_before()
    ) as cell
        on cell.report_id = if(own, change.report_id, beside.other_id) and cell.subject = if(change.subject = 'grand_total', 'income_grand_total', change.subject) and ends_with(cell.place, ' prior') = own
        and cell.code is not distinct from change.code and cell.base = change.base
    where not (change.section in ('government_fund', 'state_capital') or change.subject = 'income_general_budget' and change.section = 'fiscal_overall')
        and (change.code is null or own or cell.label in ( -- an item that has kept its name as well as its code
            select now.label from budget_spoken_cells() as now where now.report_id = change.report_id and now.code = change.code
        ))
    qualify row_number() over (partition by change.report_id, change.change_id order by cell.place = 'P5' desc, own and abs(change.amount - change.sign * change.change - cell.value_yuan) > change.half + change.change_half + cell.half_step_yuan, cell.amount_id) = 1
)
select report_id, instance, code, 'total' as side, 1 as weight, value_id as amount_id, amount as value_yuan, half as half_step_yuan from paired
union all
select report_id, instance, code, 'part', sign, change_id, change, change_half from paired
union all
select report_id, instance, code, 'part', 1, amount_id, printed, printed_half from paired;
