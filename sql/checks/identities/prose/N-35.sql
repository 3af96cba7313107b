-- zh: 政府性基金、国有资本经营说明的各项支出之和应当等于支出合计，占比应当等于部分÷合计
-- en: Prose: items of government funds and of state capital must add up to the expenditure that is said, shares must be part divided by total
-- name: fund_items_add_up
-- tolerance: SUM
-- severity: error
-- why: 合计的定义
-- silent: parts are not all printed

with whole as (
    select * from checks.prose_claim
    where (section, subject) in (('government_fund', 'government_fund'), ('state_capital', 'state_capital')) and role = 'value'
    qualify row_number() over (partition by report_id, section order by place) = 1
),
item as (
    select claim.*
    from checks.prose_claim as claim
    join reading.sentence as sentence on sentence.report_id = claim.report_id and sentence.sentence = claim.sentence
    where claim.section in ('government_fund', 'state_capital') and claim.subject in ('function', 'other_kinds') and claim.role = 'value'
        and (coalesce(len(claim.code), 7) = 7 or len(claim.code) = 3 and regexp_matches(sentence.text, '以下方面|按大类'))
        and (claim.report_id, claim.claim_id) not in (select report_id, claim_id from checks.said_again)
    qualify coalesce(len(claim.code), 7) = max(coalesce(len(claim.code), 7)) over (partition by claim.report_id, claim.section) -- classes where no item is named
)
select report_id, section as instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from whole
where (report_id, section) in (select report_id, section from item)
union all
select report_id, section, null, 'part', 1, claim_id, amount, half
from item
where (report_id, section) in (select report_id, section from whole)
