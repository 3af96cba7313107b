with said as (
    select report_id, count(*) as others from reading.doubt where scope = 'identity' group by report_id
)
select report.report_id, '' as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'total', coalesce(said.others, 0), 0) as value_yuan, 0 as half_ulp_yuan
from star.dim_report as report
left join said using (report_id), (values ('total'), ('part')) as sides(side)
where report.is_current
