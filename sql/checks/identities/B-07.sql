with total as (
    select report_id, base, claim_id, amount, half from checks.told
    where section = 'general_items' and subject = 'general_budget' and role = 'budget'
    qualify row_number() over (partition by report_id, base order by place) = 1
),
item as (
    select report_id, statement, max(base) filter (role = 'budget') as base, max(claim_id) filter (role = 'budget') as claim_id,
        max(amount) filter (role = 'budget') as amount, max(half) filter (role = 'budget') as half,
        max(amount) filter (role = 'value') as final, max(half) filter (role = 'value') as final_half
    from checks.told
    where section = 'general_items' and subject = 'function' and role in ('value', 'budget')
    group by report_id, statement
),
complete as (
    select item.report_id, any_value(item.base) as base
    from item
    join checks.told as total
        on total.report_id = item.report_id and total.section = 'general_items' and total.subject = 'general_budget' and total.role = 'value'
    group by item.report_id, total.claim_id, total.amount, total.half
    having count(item.base) = count(*) and count(distinct item.base) = 1
        and abs(sum(item.final) - total.amount) <= sum(item.final_half) + total.half
)
select report_id, base as instance, null as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_ulp_yuan
from total
join complete using (report_id, base)
union all
select item.report_id, item.base, null, 'part', 1, item.claim_id, item.amount, item.half
from item
join complete using (report_id, base)
join total using (report_id, base)
