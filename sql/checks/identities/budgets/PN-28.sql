-- zh: 编制说明中纳入绩效目标管理的全部项目支出、整体支出应当与预算表一致
-- en: Prose of a budget: all of the projects, or all of the expenditure, said to have performance targets must equal the forms
-- name: money_with_targets_equals_forms
-- tolerance: SAME
-- severity: error
-- any_of: P3, P5
-- why: 同一事实印两处
-- fault_zh: {claim.says_zh}，称均为财政拨款，而{fiscal.at_zh} {fiscal.name}只有{fiscal.printed}
-- fault_en: {claim.says_en}, all of it fiscal money, while {fiscal.at_en}, {fiscal.name}, is but {fiscal.printed}

-- projects that are 100% of the money which is not for staff or running costs are all of them; where they differ by less than the rate shows, nothing is known;
-- the form of all money or that of the general budget, whichever is nearer: few say of which money they speak; 当年财政拨款 is without what the year before left, which a form may hold;
-- what is all of the general budget (均为一般公共预算拨款) cannot be more than all fiscal money, whatever it equals; projects of the fiscal appropriation (财政性资金, 预算拨款)
-- beside other money are those of its forms together, with what the year before left or without
with printed as (
    select
        report_id, form, if(line = 'total' and column_key = 'project', 'targeted_all', 'targeted_whole') as subject, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where is_main and value_yuan is not null and (
        form in ('P3', 'P5') and line = 'total' and column_key in ('project', 'total', 'current')
        or form in ('P1', 'P4') and panel != 'left' and line in ('expenditure_total', 'expenditure_grand_total') and column_key in ('amount', 'total')
    )
),
told as (from money_with_targets()),
paired as (
    select
        claim.report_id, claim.place as instance, claim.claim_id as stated_id, claim.value_yuan as stated, claim.half_step_yuan as stated_half,
        printed.amount_id as expected_id, printed.value_yuan as expected, printed.half_step_yuan as expected_half, claim.half_share
    from told as claim
    join printed on printed.report_id = claim.report_id and printed.subject = claim.subject
    where claim.above is null and not coalesce(contains(claim.text, '当年'), false)
    qualify row_number() over (partition by claim.report_id, claim.claim_id order by abs(claim.value_yuan - printed.value_yuan), printed.form, printed.amount_id) = 1
),
too_much as (
    select report_id, place as instance, 1 as stated, 0 as expected, text as note, page_of(claim_id) as page, map {'claim_id': claim_id, 'fiscal_id': above} as particulars
    from told
    where above is not null
),
of_forms as ( -- what is told of the fiscal appropriation, with each form of it
    select
        told.report_id, told.place, told.claim_id, told.value_yuan as told_yuan, told.half_step_yuan as told_half, told.half_share, cell.* exclude (report_id),
        abs(told.value_yuan - of_year) <= told.half_step_yuan + forms_half as is_year, abs(told.value_yuan - of_year - left_over) <= told.half_step_yuan + forms_half as is_all
    from told
    join budget_fiscal_projects() as cell using (report_id)
    where told.subject = 'targeted_all' and told.above is null and regexp_matches(told.text, '财政(性资金|拨款)|预算拨款')
        and not exists (from paired where paired.stated_id = told.claim_id and abs(paired.stated - paired.expected) <= paired.stated_half + paired.expected_half)
),
summed as (from of_forms where is_year and not is_left or not is_year and (is_all or left_over = 0 and abs(told_yuan - of_year) > coalesce(half_share, 0) * of_year)),
known as (
    select * exclude (half_share)
    from paired
    where stated_id not in (select claim_id from of_forms) and (half_share is null or abs(stated - expected) <= stated_half + expected_half or abs(stated - expected) > half_share * expected)
)
from two_terms('known')
union all by name
from two_terms('too_much')
union all by name
select distinct report_id, place as instance, 'total' as side, 1 as weight, claim_id as amount_id, told_yuan as value_yuan, told_half as half_step_yuan from summed
union all by name
select report_id, place as instance, 'part' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from summed
