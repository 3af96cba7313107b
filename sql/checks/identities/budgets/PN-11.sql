-- zh: 编制说明中的财政拨款总额、一般公共预算支出与基本支出、项目支出、人员经费、公用经费等应当与其预算表一致
-- en: Prose of a budget: fiscal totals, the general budget, basic, project, personnel, public and other natures must equal their forms
-- name: sums_said_equal_forms
-- tolerance: SAME
-- severity: error
-- why: 同一事实印两处
with cell as ( -- whole: totals said before, of which alone it is a part
    select
        report_id, 'basic' as section, form, amount_id, value_yuan, half_step_yuan, null::varchar[] as whole,
        case
            when line = 'personnel_total' or column_key in ('within_personnel', 'basic_personnel') then 'personnel'
            when line = 'public_total' or column_key in ('within_public', 'basic_public') then 'public'
            when column_key = if(form = 'P5', 'basic', 'amount') then 'basic'
        end as subject
    from checks.form_amount
    where form in ('P5', 'P6', 'PU6') and line in ('total', 'personnel_total', 'public_total') and not is_repeat and value_yuan is not null
    union all
    select report_id, 'general_budget', form, amount_id, value_yuan, half_step_yuan, null, 'general_budget'
    from checks.form_amount
    where form = 'P5' and line = 'total' and column_key in ('total', 'current') and is_main and value_yuan is not null
    union all
    select report_id, 'fiscal_overall', form, amount_id, value_yuan, half_step_yuan, null, unnest(map_extract_value(map { -- 财政拨款收入 with or without 上年结转
        'left income_grand_total': ['fiscal_grand_total', 'income_fiscal'], 'left income_total': ['income_fiscal'], 'left opening': ['opening'],
        'right expenditure_grand_total': ['fiscal_expenditure']
    }, concat_ws(' ', panel, line)))
    from checks.form_amount
    where form = 'P4' and column_key in ('amount', 'total') and is_main and value_yuan is not null
    union all
    select
        report_id, unnest(if(form = 'P3', ['overall', 'expenditure'], ['general_budget', 'overall', 'expenditure'])), form, amount_id, value_yuan, half_step_yuan,
        if(form = 'P3', ['expenditure_grand_total', 'expenditure_total'], ['general_budget']), if(column_key = 'business', 'business_expenditure', column_key)
    from checks.form_amount
    where line = 'total' and not is_repeat
        and (form in ('P3', 'P5') and column_key in ('basic', 'project') and not is_within and value_yuan is not null or form = 'P3' and column_key in ('business', 'remitted', 'subsidy'))
),
claim as (
    select *, last_value(if(
        subject in ('function', 'basic', 'project', 'personnel', 'public', 'business_expenditure', 'remitted', 'subsidy'), null, subject
    ) ignore nulls) over (
        partition by report_id, section order by place rows between unbounded preceding and 1 preceding
    ) as said_before
    from budget_claims()
    qualify subject != 'opening' or count(*) over (partition by report_id, sentence, subject) = 1 -- else each is of the fund before it
),
paired as ( -- with P6, else PU6 or P5; of its columns for the year and for all with the one that is as said
    select
        claim.report_id, concat_ws(' ', cell.form, claim.subject, claim.place) as instance, claim.claim_id, claim.value_yuan, cell.amount_id, cell.value_yuan as printed,
        cell.half_step_yuan as printed_half, claim.half_step_yuan * if(cell.half_step_yuan < claim.half_step_yuan and claim.value_yuan < cell.value_yuan, 2, 1) as half_step_yuan
    from claim
    join cell
        on cell.report_id = claim.report_id and cell.section = claim.section and cell.subject = claim.subject
        and (cell.whole is null or list_contains(cell.whole, claim.said_before))
    qualify row_number() over (
        partition by claim.report_id, claim.claim_id
        order by cell.form = 'P5', cell.form, abs(claim.value_yuan - cell.value_yuan) > claim.half_step_yuan + cell.half_step_yuan, cell.amount_id
    ) = 1
)
select report_id, instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, null, 'part', 1, amount_id, printed, printed_half from paired
