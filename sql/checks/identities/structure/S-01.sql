-- zh: 应公开的各表齐全，或声明无数据
-- en: Every form of the set is there, or declared empty
-- tolerance: INT
-- severity: fatal
-- why: 财政部部门决算公开的规定报表
select
    report_id, form as instance, null as code, side, 1 as weight, null as amount_id,
    if(side = 'part', 1, if(status = 'missing', 0, 1)) as value_yuan, 0 as half_ulp_yuan, reference.form.name_zh as note
from checks.form_status
join reference.form using (form), (values ('total'), ('part')) as sides(side)
where status not in ('not in this table set', 'no tables')
