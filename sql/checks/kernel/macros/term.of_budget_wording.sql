-- Macros for what the prose of a budget says of cells of its forms (family P).

-- claims beside their cells, by group: totals and sources of P1, items, costs of P7; class amounts said of fiscal money are of P4
create or replace macro budget_said(g) as table
with items as (
    select claim.*, cell.form, cell.code as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.code = claim.code and cell.is_main
        and if(claim.subject = 'function', cell.column_key in ('total', 'amount', 'current'), cell.column_key = claim.subject)
    where g = 'items' and claim.subject in ('function', 'basic', 'project') and coalesce(claim.led_by, '') not in ('basic', 'project') and list_contains(map_extract_value(map {
        'overall': ['P1', if(len(claim.code) = 3, 'P3', null), if(claim.led_by = 'general_budget', 'P5', null)], 'expenditure': ['P1', if(len(claim.code) = 3, 'P3', null)], 'general_budget': ['P5'], 'general_items': ['P5'], 'general_structure': ['P5'], 'government_fund': ['P8'],
        'state_capital': ['P9'], 'fiscal_overall': if(len(claim.code) = 3, ['P4', 'PU4'], ['PU4', 'P5', 'P8', 'P9'])
    }, claim.section), cell.form)
        and not exists ( -- of the year alone, beside a form that holds what is carried in
            from told_without_carried() as carried
            where carried.report_id = claim.report_id and carried.form = cell.form and claim.section in ('general_budget', 'general_items', 'general_structure', 'government_fund', 'state_capital')
                and cell.value_yuan > claim.value_yuan and cell.value_yuan - claim.value_yuan <= carried.value_yuan + carried.bound
        )
    qualify row_number() over (partition by claim.claim_id, claim.report_id order by claim.section = 'overall' and claim.led_by = 'general_budget' and abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, claim.section = 'fiscal_overall' and cell.form in ('P8', 'P9'), cell.form = 'P3', cell.form = 'P5', cell.form = 'PU4', cell.is_leaf desc, abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.column_key = 'current' desc) = 1
),
costs as (
    select claim.*, 'P7' as form, cost.item as key, cost.amount_id, cost.value_yuan as printed, cost.half_step_yuan as printed_half
    from budget_claims() as claim
    join budget_public_costs() as cost
        on cost.report_id = claim.report_id and cost.place = 'P7 budget' and cost.item = if(claim.subject = 'three_public', 'total', claim.subject)
    where g = 'costs' and claim.section = 'three_public'
),
paired as (
    select *, -- prose that cuts the last digit of a finer form, and never rounds it up, may lack a whole unit of it; parts are rounded so that they add up
        half_step_yuan * if(printed_half < half_step_yuan and (g = 'procurement' or bool_and(value_yuan <= printed or value_yuan - printed >= 2 * half_step_yuan) over (
            partition by report_id, half_step_yuan
        )), 2, 1) as of_digit
    from (
        from budget_said_of_totals(g) union all by name from items union all by name from costs union all by name from budget_said_of_purchases(g)
    )
)
select report_id, concat_ws(' ', form, key, place) as instance, code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, of_digit as half_step_yuan from paired
union all
select report_id, concat_ws(' ', form, key, place), code, 'part', 1, amount_id, printed, printed_half from paired;
