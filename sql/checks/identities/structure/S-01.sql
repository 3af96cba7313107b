select
    report_id, form as instance, null as code, side, 1 as weight, null as amount_id,
    if(side = 'part', 1, if(status = 'missing', 0, 1)) as value_yuan, 0 as half_ulp_yuan, reference.form.name_zh as note
from checks.form_status
join reference.form using (form), (values ('total'), ('part')) as sides(side)
where status not in ('not in this table set', 'no tables')
