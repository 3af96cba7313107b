-- only names a disclosure is known to have printed with the code are held against a report
with misnamed as (
    select report_id, count(*) as names from reading.doubt where scope = 'row' and contains(reason, '(disclosure') group by report_id
)
select report.report_id, '' as instance, null as code, side, 1 as weight, null as amount_id, if(side = 'total', coalesce(misnamed.names, 0), 0) as value_yuan, 0 as half_ulp_yuan
from star.dim_report as report
left join misnamed using (report_id), (values ('total'), ('part')) as sides(side)
where report.is_current
