with orphan as (
    select report_id, count(*) filter (len(code) = 5 and parent_code is null) as orphans
    from checks.cell
    where form = 'T6' and code is not null
    group by report_id
)
select report_id, '' as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'total', orphans, 0) as value_yuan, 0 as half_ulp_yuan
from orphan, (values ('total'), ('part')) as sides(side)
