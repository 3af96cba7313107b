-- zh: 编制说明中纳入绩效目标管理的全部项目支出、整体支出应当与预算表一致
-- en: Prose of a budget: all of the projects, or all of the expenditure, said to have performance targets must equal the forms
-- name: money_with_targets_equals_forms
-- tolerance: SAME
-- severity: error
-- any_of: P3, P5
-- why: 同一事实印两处

-- the form of all money or that of the general budget, whichever is nearer: few say of which money they speak; 当年财政拨款 is without what the year before left, which a form may hold
with printed as (
    select
        report_id, form, if(line = 'total' and column_key = 'project', 'targeted_all', 'targeted_whole') as subject, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where is_main and value_yuan is not null and (
        form in ('P3', 'P5') and line = 'total' and column_key in ('project', 'total', 'current')
        or form in ('P1', 'P4') and panel != 'left' and line in ('expenditure_total', 'expenditure_grand_total') and column_key in ('amount', 'total')
    )
),
paired as (
    select
        claim.report_id, claim.place as instance, claim.claim_id as stated_id, claim.value_yuan as stated, claim.half_step_yuan as stated_half,
        printed.amount_id as expected_id, printed.value_yuan as expected, printed.half_step_yuan as expected_half
    from budget_claims() as claim
    join budget_texts() as text on text.report_id = claim.report_id
    left join reading.sentence as said on said.report_id = text.said_id and said.sentence = claim.sentence
    join printed on printed.report_id = claim.report_id and printed.subject = claim.subject
    where claim.section = 'performance' and not coalesce(contains(said.text, '当年'), false)
    qualify row_number() over (partition by claim.report_id, claim.claim_id order by abs(claim.value_yuan - printed.value_yuan), printed.form, printed.amount_id) = 1
)
from two_terms('paired')
