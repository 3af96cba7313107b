-- zh: 编制说明中纳入绩效目标管理的全部项目支出、整体支出应当与预算表一致
-- en: Prose of a budget: all of the projects, or all of the expenditure, said to have performance targets must equal the forms
-- name: money_with_targets_equals_forms
-- tolerance: SAME
-- severity: error
-- any_of: P3, P5
-- why: 同一事实印两处

-- projects that are 100% of the money which is not for staff or running costs are all of them; where they differ by less than the rate shows, nothing is known;
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
all_told as (
    select value.claim_id, share.half as half_share
    from checks.budget_claim as value
    join checks.budget_claim as share
        on share.report_id = value.report_id and share.statement = value.statement and share.subject = value.subject and share.role = 'share' and share.place > value.place
    where value.subject = 'targeted_projects' and value.role = 'value' and share.amount = 100
),
claimed as (
    select
        claim.* replace (if(all_told.claim_id is null, claim.subject, 'targeted_all') as subject), all_told.half_share / 100 as half_share
    from budget_claims() as claim
    left join all_told on all_told.claim_id = claim.claim_id
    where claim.section = 'performance'
),
paired as (
    select
        claim.report_id, claim.place as instance, claim.claim_id as stated_id, claim.value_yuan as stated, claim.half_step_yuan as stated_half,
        printed.amount_id as expected_id, printed.value_yuan as expected, printed.half_step_yuan as expected_half, claim.half_share
    from claimed as claim
    join budget_texts() as text on text.report_id = claim.report_id
    left join reading.sentence as said on said.report_id = text.said_id and said.sentence = claim.sentence
    join printed on printed.report_id = claim.report_id and printed.subject = claim.subject
    where not coalesce(contains(said.text, '当年'), false)
    qualify row_number() over (partition by claim.report_id, claim.claim_id order by abs(claim.value_yuan - printed.value_yuan), printed.form, printed.amount_id) = 1
),
known as (
    select * exclude (half_share)
    from paired
    where half_share is null or abs(stated - expected) <= stated_half + expected_half or abs(stated - expected) > half_share * expected
)
from two_terms('known')
