-- zh: 说明的支出总额应当等于其后所列基本支出、项目支出等各部分之和
-- en: Prose: total expenditure must be the sum of the basic, project and other expenditure named behind it
-- name: expenditure_is_the_sum_of_its_natures
-- tolerance: SUM
-- severity: error
-- why: 支出由基本、项目、上缴上级、经营、对附属单位补助支出组成；总额有表可对时与表核对（N-04、N-05）
-- silent: parts are not all printed

-- a total without a form of its own (a grand total never has one), the only one of its sentence; its natures stand behind it or in the sentence after
with doubtful as (select report_id, sentence from reading.claim where len(doubts) > 0 and sentence is not null),
natures as (from (values ('basic'), ('project'), ('remitted'), ('business_expenditure'), ('subsidy')) as listed(subject)),
whole as (
    select
        claim.*, claim.sentence + if(claim.sentence in (
            select said.sentence from checks.prose_claim as said
            where said.report_id = claim.report_id and said.role = 'value' and said.subject in (from natures)
        ), 0, 1) as listed_in
    from checks.prose_claim as claim
    left join (values ('expenditure_total', 'T3'), ('fiscal_expenditure', 'U4')) as own(subject, form) using (subject)
    left join checks.form_status as status on status.report_id = claim.report_id and status.form = own.form and status.status = 'filled'
    where claim.section in ('expenditure', 'fiscal_overall') and claim.role = 'value' and status.form is null
        and claim.subject in ('expenditure_total', 'expenditure_grand_total', 'fiscal_expenditure')
        and (claim.report_id, claim.sentence) not in (from doubtful)
    qualify count(*) over (partition by claim.report_id, claim.sentence) = 1
),
behind as ( -- the other amounts of that sentence, each with its share; of a sentence of its own a grand total only by 其中, as it may hold balances
    select
        whole.claim_id as whole_id, whole.subject as whole_subject, whole.sentence = whole.listed_in or said.text like '其中%' as is_of_it, claim.*,
        share.amount as share, share.half as share_half, claim.subject in (from natures) and claim.place > whole.place as is_nature
    from whole
    join reading.sentence as said on said.report_id = whole.report_id and said.sentence = whole.listed_in and said.section = whole.section
    join checks.prose_claim as claim on claim.report_id = whole.report_id and claim.sentence = whole.listed_in and claim.role = 'value' and claim.claim_id != whole.claim_id
    left join checks.prose_claim as share on share.report_id = claim.report_id and share.statement = claim.statement and share.subject = claim.subject and share.role = 'share'
    where (whole.report_id, whole.listed_in) not in (from doubtful)
),
other as ( -- reports whose prose gives an amount to a nature besides basic and project, be it doubtful
    select report_id from reading.claim where subject in ('remitted', 'business_expenditure', 'subsidy') and role = 'value' and value != 0
),
-- all natures are named where their shares add up to 100; without shares, where none else has an amount
complete as (
    select report_id, whole_id
    from behind group by report_id, sentence, whole_id, whole_subject, is_of_it
    having bool_and(is_nature) and count(*) > 1 and count(*) = count(distinct subject) and (
        count(share) = count(*) and abs(sum(share) - 100) <= sum(share_half) and (is_of_it or whole_subject = 'expenditure_total')
        or count(share) = 0 and is_of_it and whole_subject != 'expenditure_grand_total' and list_has_all(list(subject), ['basic', 'project'])
        and report_id not in (from other)
    )
)
select report_id, place as instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan, null as hindrance
from whole
semi join complete on complete.report_id = whole.report_id and complete.whole_id = whole.claim_id
union all
select behind.report_id, whole.place, null, 'part', 1, behind.claim_id, behind.amount, behind.half, null
from behind
join complete using (report_id, whole_id)
join whole on whole.report_id = behind.report_id and whole.claim_id = behind.whole_id
union all
select report_id, '', null, 'total', 1, null, null, null, 'its form is there: T3'
from form_there('T3')
where report_id not in (select report_id from complete)
