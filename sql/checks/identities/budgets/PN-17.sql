-- zh: 编制说明中的政府性基金、国有资本经营预算支出应当与其预算表一致
-- en: Prose of a budget: expenditure of government funds and of state capital must equal P8 and P9
-- name: funds_said_equal_their_forms
-- tolerance: SAME
-- severity: error
-- any_of: P8, P9
-- why: 同一事实印两处
with paired as ( -- what is said first of the fund: behind it stand its items
    select
        claim.report_id, concat_ws(' ', cell.form, claim.place) as instance, claim.claim_id, claim.value_yuan, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half,
        claim.half_step_yuan * if(cell.half_step_yuan < claim.half_step_yuan and claim.value_yuan < cell.value_yuan, 2, 1) as half_step_yuan -- prose that cuts the last digit
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = if(claim.section = 'government_fund', 'P8', 'P9')
        and cell.line = 'total' and cell.column_key in ('total', 'amount', 'current') and cell.is_main
    where claim.section in ('government_fund', 'state_capital') and claim.subject = claim.section
    qualify dense_rank() over (partition by claim.report_id, claim.section order by claim.place) = 1
        and row_number() over (
            partition by claim.report_id, claim.claim_id
            order by abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.column_key = 'current' desc, cell.amount_id
        ) = 1
)
select report_id, instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, null, 'part', 1, amount_id, printed, printed_half from paired
