-- zh: 编制说明中的财政拨款总额、一般公共预算支出与基本支出、项目支出、人员经费、公用经费等应当与其预算表一致
-- en: Prose of a budget: fiscal totals, the general budget, basic, project, personnel, public and other natures must equal their forms
-- name: sums_said_equal_forms
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
with claim as (
    select *, last_value(if(
        subject in ('function', 'basic', 'project', 'personnel', 'public', 'business_expenditure', 'remitted', 'subsidy'), null, subject
    ) ignore nulls) over (
        partition by report_id, section order by place rows between unbounded preceding and 1 preceding
    ) as said_before, lag(subject) over (partition by report_id, section order by place) as right_before,
        coalesce(max(value_yuan) filter (subject = 'opening') over (partition by report_id, sentence), 0) as carried_yuan
    from budget_claims()
    qualify subject != 'opening' or count(*) over (partition by report_id, sentence, subject) = 1 -- else each is of the fund before it
),
paired as ( -- with P6, else PU6 or P5; of its columns for the year and for all with the one that is as said
    select
        claim.report_id, concat_ws(' ', cell.form, claim.subject, claim.place) as instance, claim.claim_id, claim.value_yuan, cell.amount_id, cell.value_yuan as printed,
        cell.half_step_yuan as printed_half, claim.half_step_yuan * if(cell.half_step_yuan < claim.half_step_yuan and claim.value_yuan < cell.value_yuan, 2, 1) as half_step_yuan
    from claim
    join budget_sums() as cell
        on cell.report_id = claim.report_id and cell.section = claim.section and cell.subject = claim.subject and claim.code is null -- of an item: PN-02
        and (claim.subject not in ('basic', 'project', 'personnel', 'public') or coalesce(claim.label, '') = '') -- of an item without its code
        and (cell.is_of_year is distinct from true or claim.carried_yuan != 0 and abs(claim.value_yuan - cell.value_yuan - claim.carried_yuan) > claim.half_step_yuan + cell.half_step_yuan)
        and (cell.whole is null or list_contains(cell.whole, coalesce(if(claim.subject in ('personnel', 'public'), claim.right_before, claim.said_before), '')))
    where not exists ( -- of the year alone, beside a form that holds what is carried in
            from told_without_carried() as carried
            where carried.report_id = claim.report_id and carried.form = 'P5' and case
                when claim.subject = 'general_budget' then abs(claim.value_yuan + carried.value_yuan - cell.value_yuan) <= carried.bound
                when claim.subject in ('basic', 'project') and claim.section = 'general_budget'
                    then cell.value_yuan > claim.value_yuan and cell.value_yuan - claim.value_yuan <= carried.value_yuan + carried.bound
            end
        )
    qualify row_number() over (
        partition by claim.report_id, claim.claim_id
        order by cell.form = 'P5', cell.form, abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.amount_id
    ) = 1
)
select report_id, instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, null, 'part', 1, amount_id, printed, printed_half from paired
