-- zh: 授予中小企业合同金额应当等于货物、工程、服务支出乘以各自所占比例之和
-- en: Prose: contracts of small firms must be the sum of goods, works and services times their stated shares
-- name: small_firm_contracts_follow_from_shares
-- tolerance: INT
-- severity: error
-- why: 部分之和等于整体；比例以各自支出为分母
-- silent: no share of small firms in each kind
-- fault_zh: {contracts.says_zh}，而按所印各类采购额及其占比（{shares}）计算为{low}[至{high}]万元[；{hint}]
-- fault_en: {contracts.says_en}, while the printed amounts and shares of each kind ({shares_en}) give {low}[ to {high}]万元[; {hint_en}]

-- a kind whose share is not said may be anything up to its whole amount; a share of contracts (占货物支出合同的) is of an amount
-- that no report prints, and has a base of its own
-- what one unit in the last digit of the shares would mend is not told
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
        value.report_id, value.amount, value.half, share.claim_id as share_id, share.amount as percent, share.half as percent_half,
        map_extract_value(map {'procurement_goods': '货物', 'procurement_works': '工程', 'procurement_services': '服务'}, kind.subject) as kind,
        map_extract_value(map {'procurement_goods': 'goods', 'procurement_works': 'works', 'procurement_services': 'services'}, kind.subject) as kind_en
    from kind
    join checks.prose_claim as value on value.subject = kind.subject and value.role = 'value' and value.section = 'procurement'
    left join share on share.report_id = value.report_id and share.whole = kind.subject
    qualify row_number() over (partition by value.report_id, kind.subject order by value.place, share.place) = 1
),
rebuilt as (
    select
        report_id, sum(if(percent is null, amount / 2, amount * percent / 100)) as amount,
        sum(if(percent is null, half, amount * percent_half / 100 + half * percent / 100)) as half, coalesce(sum(amount / 2) filter (percent is null), 0) as half_unsaid,
        count(percent) as shares,
        string_agg(concat(kind, percent::decimal(18, 2), '%'), '、' order by kind) filter (percent is not null) as shares_zh,
        string_agg(concat(kind_en, ' ', percent::decimal(18, 2), '%'), ', ' order by kind) filter (percent is not null) as shares_en,
        sum(amount * percent / 100) as low, sum(if(percent is null, amount, amount * percent / 100)) as high, sum(percent) = 100 as is_structure
    from part
    group by report_id
),
contract as (
    select
        sme.report_id, '' as instance, sme.claim_id as stated_id, (abs(sme.amount - rebuilt.amount) > sme.half + rebuilt.half_unsaid + 3 * rebuilt.half)::integer as stated, 0 as expected, map {
            'contracts_id': sme.claim_id, 'shares': rebuilt.shares_zh, 'shares_en': rebuilt.shares_en, 'low': (rebuilt.low / 10000)::decimal(24, 2)::varchar,
            'high': if(rebuilt.high > rebuilt.low, (rebuilt.high / 10000)::decimal(24, 2)::varchar, ''),
            'hint': if(rebuilt.is_structure, '各类占比之和为100%，疑为占授予中小企业合同金额的比例', ''),
            'hint_en': if(rebuilt.is_structure, 'the shares add up to 100%: perhaps they are of the contracts of small firms', '')
        } as particulars
    from checks.prose_claim as sme
    join rebuilt on rebuilt.report_id = sme.report_id and rebuilt.shares > 1
    where sme.section = 'procurement' and sme.subject = 'procurement_sme' and sme.role = 'value'
    qualify row_number() over (partition by sme.report_id order by sme.place) = 1
)
from two_terms('contract')
