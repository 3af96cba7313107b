-- zh: 应公开的各表齐全，或声明无数据
-- en: Every form of the set is there, or declared empty
-- tolerance: INT
-- severity: fatal
-- why: 财政部部门决算公开的规定报表
with expected_form as (
    select report_id, form as instance, status != 'missing' as stated, 1 as expected, reference.form.name_zh as note
    from checks.form_status
    join reference.form using (form)
    where status not in ('not in this table set', 'no tables')
)
from two_terms('expected_form')
