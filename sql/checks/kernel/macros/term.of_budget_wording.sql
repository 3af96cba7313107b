-- Macros for what the prose of a budget says of cells of its forms (family P).

-- claims beside their cells, by group: totals and sources of P1, items, costs of P7; class amounts said of fiscal money are of P4
create or replace macro budget_said(g) as table
with totals as (
    select claim.*, cell.form, cell.line as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from (select *, bool_or(subject = 'opening') over (partition by report_id, sentence) as is_with_opening from budget_claims()) as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = 'P1' and cell.column_key in ('amount', 'total') and cell.is_main
        and case when claim.subject = 'grand_total' then 'income_grand_total' when claim.subject = 'closing' then 'carried_forward' when claim.subject like 'income%total' then claim.subject else replace(claim.subject, 'income_', '') end
        in (cell.line, if(cell.line = 'income_grand_total' and claim.is_with_opening, 'income_total', null), if(cell.line = 'expenditure_total' and claim.report_id in (from told_without_carried_forward()), 'expenditure_grand_total', null)) -- 收入合计 with what comes from the year before; 支出预算 without what goes to the next
    where g = 'totals' and claim.section in ('overall', 'income', 'expenditure')
        and (cell.panel != 'left') = (cell.line in ('expenditure_total', 'expenditure_grand_total', 'reserve', 'carried_forward')) -- 河南: the classes stand in the middle
        and not exists ( -- a source told with what comes from the year before, of which the sentence says nothing by itself
            from checks.form_amount as carried
            where carried.report_id = claim.report_id and carried.form = 'P1' and carried.line = 'opening' and carried.value_yuan != 0 and not carried.is_repeat
                and claim.subject not like '%total' and not claim.is_with_opening
                and abs(claim.value_yuan - cell.value_yuan - carried.value_yuan) <= claim.half_step_yuan + cell.half_step_yuan + carried.half_step_yuan
        )
    qualify cell.line = first_value(cell.line) over (
        partition by claim.claim_id, claim.report_id
        order by abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, (cell.line, claim.subject) in (('income_grand_total', 'income_total'), ('expenditure_total', 'expenditure_grand_total'))
    )
),
items as (
    select claim.*, cell.form, cell.code as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.code = claim.code and cell.is_main
        and if(claim.subject = 'function', cell.column_key in ('total', 'amount', 'current'), cell.column_key = claim.subject)
    where g = 'items' and claim.subject in ('function', 'basic', 'project') and coalesce(claim.led_by, '') not in ('basic', 'project') and list_contains(map_extract_value(map {
        'overall': ['P1', if(len(claim.code) = 3, 'P3', null)], 'expenditure': ['P1', if(len(claim.code) = 3, 'P3', null)], 'general_budget': ['P5'], 'general_items': ['P5'], 'general_structure': ['P5'], 'government_fund': ['P8'],
        'state_capital': ['P9'], 'fiscal_overall': if(len(claim.code) = 3, ['P4', 'PU4'], ['PU4', 'P5'])
    }, claim.section), cell.form)
        and not exists ( -- of the year alone, beside a form that holds what is carried in
            from told_without_carried() as carried
            where carried.report_id = claim.report_id and claim.section in ('general_budget', 'general_items', 'general_structure')
                and cell.value_yuan > claim.value_yuan and cell.value_yuan - claim.value_yuan <= carried.value_yuan + carried.bound
        )
    qualify row_number() over (partition by claim.claim_id, claim.report_id order by cell.form = 'P3', cell.form = 'P5', cell.form = 'PU4', cell.is_leaf desc, abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.column_key = 'current' desc) = 1
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
        from totals union all by name from items union all by name from costs union all by name from budget_said_of_purchases(g)
    )
)
select report_id, concat_ws(' ', form, key, place) as instance, code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, of_digit as half_step_yuan from paired
union all
select report_id, concat_ws(' ', form, key, place), code, 'part', 1, amount_id, printed, printed_half from paired;
