-- zh: 授予中小企业合同金额应当等于货物、工程、服务支出乘以各自所占比例之和
-- en: Prose: contracts of small firms must be the sum of goods, works and services times their stated shares
-- tolerance: SAME
-- severity: error
-- why: 部分之和等于整体；比例以各自支出为分母

-- a kind whose share is not said may be anything up to its whole amount
with kind(subject, share) as (
    values ('procurement_goods', 'procurement_goods_sme'), ('procurement_works', 'procurement_works_sme'), ('procurement_services', 'procurement_services_sme')
),
share as (
    select claim.*, kind.subject as whole
    from kind
    join checks.prose_claim as claim
        on claim.subject = kind.share and claim.role = 'share' and claim.section = 'procurement' and claim.base in (kind.subject, 'unstated')
),
part as (
    select
        value.report_id, value.amount, value.half, share.claim_id as share_id, share.amount as percent, share.half as percent_half
    from kind
    join checks.prose_claim as value on value.subject = kind.subject and value.role = 'value' and value.section = 'procurement'
    left join share on share.report_id = value.report_id and share.whole = kind.subject
    qualify row_number() over (partition by value.report_id, kind.subject order by value.place, share.place) = 1
),
rebuilt as (
    select
        report_id, sum(if(percent is null, amount / 2, amount * percent / 100)) as amount,
        sum(if(percent is null, amount / 2 + half, amount * percent_half / 100 + half * percent / 100)) as half, count(percent) as shares
    from part
    group by report_id
),
contract as (
    select
        sme.report_id, '' as instance, sme.claim_id as stated_id, sme.amount as stated, sme.half as stated_half,
        rebuilt.amount::decimal(24, 4) as expected, rebuilt.half::decimal(24, 6) as expected_half
    from checks.prose_claim as sme
    join rebuilt on rebuilt.report_id = sme.report_id and rebuilt.shares > 1
    where sme.section = 'procurement' and sme.subject = 'procurement_sme' and sme.role = 'value'
    qualify row_number() over (partition by sme.report_id order by sme.place) = 1
)
from two_terms('contract')
