-- zh: 应公开的各表应当齐全，或声明无数据
-- en: Every form of the set must be there, or declared empty
-- name: every_form_is_there_or_declared_empty
-- tolerance: INT
-- severity: fatal
-- why: 财政部部门决算公开的规定报表
-- fault_zh: 缺少{note}，也未声明无数据
-- fault_en: the form “{quote}” ({name_en}) is missing, and nothing says that there is no data
with expected_form as (
    select report_id, form as instance, status != 'missing' as stated, 1 as expected, reference.form.name_zh as note, map {'name_en': reference.form.name_en} as particulars
    from checks.form_status
    join reference.form using (form)
    where status not in ('not in this table set', 'no tables') and not starts_with(form, 'P')
)
from two_terms('expected_form')
