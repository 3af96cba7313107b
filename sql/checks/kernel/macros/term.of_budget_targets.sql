-- Macro for the money that the prose of a budget says has performance targets (family P).

-- each amount with its sentence; half_share: how far 100% may be rounded, where projects that are 100% of the money which is not for staff or running costs are all of them;
-- above: all fiscal money, where what is all of the general budget (均为一般公共预算拨款) is more than that
create or replace macro money_with_targets() as table
with all_told as (
    select value.claim_id, share.half as half_share
    from checks.budget_claim as value
    join checks.budget_claim as share
        on share.report_id = value.report_id and share.statement = value.statement and share.subject = value.subject and share.role = 'share' and share.place > value.place
    where value.subject = 'targeted_projects' and value.role = 'value' and share.amount = 100
),
fiscal as ( -- all of it, with what the year before left
    select report_id, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P4' and is_main and not in_doubt and panel != 'left' and line = 'expenditure_grand_total' and column_key in ('amount', 'total')
    qualify row_number() over (partition by report_id order by amount_id) = 1
)
select
    claim.* replace (if(all_told.claim_id is null, claim.subject, 'targeted_all') as subject), all_told.half_share / 100 as half_share, said.text,
    if(
        claim.subject in ('targeted_all', 'targeted_whole') and claim.value_yuan - claim.half_step_yuan > fiscal.value_yuan + fiscal.half_step_yuan
        and regexp_matches(said.text, ',(均|全部)(为|是|属于|来自)(一般公共预算|财政)(财政)?拨款(资金)?[。;]'), fiscal.amount_id, null
    ) as above
from budget_claims() as claim
join budget_texts() as text on text.report_id = claim.report_id
left join reading.sentence as said on said.report_id = text.said_id and said.sentence = claim.sentence
left join all_told on all_told.claim_id = claim.claim_id
left join fiscal on fiscal.report_id = claim.report_id
where claim.section = 'performance';
