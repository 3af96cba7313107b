-- zh: 说明的占比增减百分点应当等于本年占比－上年报告的占比
-- en: Prose: a change of a share in percentage points must be the difference of the shares in both years' reports
-- name: points_are_the_difference_of_both_shares
-- tolerance: DIFF
-- severity: error
-- beside: prior_year
-- why: 占比增减的定义

-- 百分点 alone: of 占比提高 P% nobody can say whether points are meant
with share as (
    select report_id, section, subject, code, base, statement, place, claim_id, amount, half from checks.prose_claim where role = 'share'
),
said as (
    select
        points.report_id, points.place, points.claim_id, points.amount, points.half, if(points.direction = 'up', 1, -1) as sign, share.section, share.subject,
        share.code, share.base, share.claim_id as share_id, share.amount as share_amount, share.half as share_half, contains(sentence.text, '口径') as is_rebased
    from checks.prose_claim as points
    join reading.claim as printed on printed.report_id = points.report_id and printed.claim_id = points.claim_id and printed.counted_in = '百分点'
    join reading.sentence as sentence on sentence.report_id = points.report_id and sentence.sentence = points.sentence
    join share on share.report_id = points.report_id and share.statement = points.statement and share.subject = points.subject and share.place < points.place
    where points.role = 'points' and points.base = 'prior_year' and points.direction in ('up', 'down')
    qualify row_number() over (partition by points.claim_id order by share.place desc) = 1
),
before as (
    select beside.report_id, share.section, share.subject, share.code, share.base, share.claim_id, share.amount, share.half
    from share
    join checks.related_report as beside on beside.other_id = share.report_id and beside.relation = 'prior_year'
    qualify count(*) over (partition by beside.report_id, share.section, share.subject, share.code, share.base) = 1
),
compared as (
    select said.*, before.claim_id as before_id, before.amount as before_amount, before.half as before_half,
        case when before.claim_id is null then 'nothing printed to compare with' when said.is_rebased then 'compared on another basis (同口径)' end as hindrance
    from said
    left join before on before.report_id = said.report_id and before.section = said.section and before.subject = said.subject
        and before.code is not distinct from said.code and before.base = said.base
)
select report_id, place as instance, code, 'total' as side, sign as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan, hindrance from compared
union all
select report_id, place, code, 'part', 1, share_id, share_amount, share_half, null from compared
union all
select report_id, place, code, 'part', -1, before_id, before_amount, before_half, null from compared where before_id is not null
