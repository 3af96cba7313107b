-- Macro for the totals and sources that the prose of a budget tells (family P).

-- claims beside their cells of P1, by group: totals, sources of income, what goes to the next year
create or replace macro budget_said_of_totals(g) as table
with restated as ( -- totals of P1 that no panel has but one that restates another
    select report_id, line
    from checks.form_amount
    where form = 'P1' and panel != 'left' and column_key in ('amount', 'total') and line in ('expenditure_total', 'expenditure_grand_total', 'reserve') and not is_repeat
    group by report_id, line
    having not bool_or(is_main)
)
select claim.*, cell.form, cell.line as key, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
from ( -- 江苏 lists what comes from the year before below 本年收入预算合计, a line a source
    select *, bool_or(subject = 'opening') over (partition by report_id, sentence) as is_with_opening,
        section = 'income' and bool_or(subject = 'opening' and section = 'income') over (partition by report_id) as is_above_opening
    from budget_claims()
) as claim
join checks.form_amount as cell
    on cell.report_id = claim.report_id and cell.form = 'P1' and cell.column_key in ('amount', 'total')
    and (cell.is_main or cell.is_within and not cell.is_repeat and (cell.report_id, cell.line) in (from restated)) -- 江苏: only by what it is used for (支出用途)
    and case when claim.subject = 'grand_total' then 'income_grand_total' when claim.subject = 'closing' then 'carried_forward' when claim.subject like 'income%total' then claim.subject else replace(claim.subject, 'income_', '') end
    in (cell.line, if(cell.line = 'income_grand_total' and (claim.is_with_opening or claim.is_above_opening), 'income_total', null), if(cell.line = 'expenditure_total' and claim.report_id in (from told_without_carried_forward()), 'expenditure_grand_total', null)) -- 收入合计 with what comes from the year before; 支出预算 without what goes to the next
where g = 'totals' and claim.section in ('overall', 'income', 'expenditure')
    and (cell.panel != 'left') = (cell.line in ('expenditure_total', 'expenditure_grand_total', 'reserve', 'carried_forward')) -- 河南: the classes stand in the middle
    and not exists ( -- a source told with what comes from the year before, of which the sentence says nothing by itself
        from checks.form_amount as carried
        where carried.report_id = claim.report_id and carried.form = 'P1' and carried.line = 'opening' and carried.value_yuan != 0 and not carried.is_repeat
            and claim.subject not like '%total' and not claim.is_with_opening
            and abs(claim.value_yuan - cell.value_yuan - carried.value_yuan) <= claim.half_step_yuan + cell.half_step_yuan + carried.half_step_yuan
    )
    and not exists ( -- what is spent of a fund, with what comes from the year before, beside its income of the year (西藏, 陕西)
        from checks.form_amount as spent
        where spent.report_id = claim.report_id and claim.value_yuan - cell.value_yuan > claim.half_step_yuan + cell.half_step_yuan
            and spent.form = map_extract_value(map {'general_budget': 'P5', 'government_fund': 'P8', 'state_capital': 'P9'}, claim.subject) and spent.line = 'total' and spent.column_key = 'total' and spent.is_main
            and abs(claim.value_yuan - spent.value_yuan) <= claim.half_step_yuan + spent.half_step_yuan
    )
qualify cell.line = first_value(cell.line) over (
    partition by claim.claim_id, claim.report_id
    order by abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, (cell.line, claim.subject) in (('income_grand_total', 'income_total'), ('expenditure_total', 'expenditure_grand_total'))
);
