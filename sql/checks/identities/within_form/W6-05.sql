-- zh: 基本支出决算表：每个款都有所属的类
-- en: T6: every item has its class on the form
-- tolerance: INT
-- severity: error
-- needs: T6
-- why: 两栏并排时漏读一半会使款失去所属的类
with orphan as (
    select report_id, count(*) filter (len(code) = 5 and parent_code is null) as orphans
    from checks.cell
    where form = 'T6' and code is not null
    group by report_id
)
select report_id, '' as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'total', orphans, 0) as value_yuan, 0 as half_ulp_yuan
from orphan, (values ('total'), ('part')) as sides(side)
