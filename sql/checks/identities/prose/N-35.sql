-- zh: 政府性基金、国有资本经营说明的各项支出之和应当等于支出合计
-- en: Prose: items of government funds and of state capital must add up to the expenditure that is said
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
    select * from checks.prose_claim
    where section in ('government_fund', 'state_capital') and subject = 'function' and role = 'value' and coalesce(len(code), 7) = 7
        and (report_id, claim_id) not in (select report_id, claim_id from checks.said_again)
)
select report_id, section as instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from whole
where (report_id, section) in (select report_id, section from item)
union all
select report_id, section, null, 'part', 1, claim_id, amount, half
from item
where (report_id, section) in (select report_id, section from whole)
