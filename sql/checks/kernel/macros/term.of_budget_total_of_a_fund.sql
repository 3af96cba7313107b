-- Macro for the expenditure of a fund that the prose of budgets tells (family P).

-- what is said of a fund's expenditure, in the section that is called as the fund is, against the total of its form; what is said first: behind it stand its items
create or replace macro budget_fund_said(fund, f) as table
with paired as (
    select
        claim.report_id, concat_ws(' ', cell.form, claim.place) as instance, claim.claim_id, claim.value_yuan, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half,
        claim.half_step_yuan * if(cell.half_step_yuan < claim.half_step_yuan and claim.value_yuan < cell.value_yuan, 2, 1) as half_step_yuan -- prose that cuts the last digit
    from budget_claims() as claim
    join checks.form_amount as cell
        on cell.report_id = claim.report_id and cell.form = f
        and cell.line = 'total' and cell.column_key in ('total', 'amount', 'current') and cell.is_main
    where claim.section = fund and claim.subject = fund and not exists ( -- of the year alone, beside a form that holds what is carried in
        from told_without_carried() as carried
        where carried.report_id = claim.report_id and carried.form = f and cell.value_yuan > claim.value_yuan and cell.value_yuan - claim.value_yuan <= carried.value_yuan + carried.bound
    )
    qualify dense_rank() over (partition by claim.report_id order by claim.place) = 1
        and row_number() over (
            partition by claim.report_id, claim.claim_id
            order by abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.column_key = 'current' desc, cell.amount_id
        ) = 1
)
select report_id, instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, null, 'part', 1, amount_id, printed, printed_half from paired;
