-- zh: 每张表的款、项应当都有上级科目行
-- en: Every form: no row must be without its parent row
-- name: no_row_without_its_parent
-- tolerance: INT
-- severity: error
-- any_of: T2, T3, T5, T6, U4
-- why: 逐级列示
-- fault_zh: {form}的科目{codes}没有上级科目行
-- fault_en: {form_en}: {codes} have no row above them

-- a form that prints no row of a level at all has no orphans of it
with code_row as (
    select distinct report_id, form, code from checks.form_amount where line is null and code is not null and not starts_with(form, 'P')
),
orphan as (
    select
        child.report_id, child.form as instance,
        count(*) filter (len(child.code) > 3 and parent.code is null and levels.parents > 0) as stated, 0 as expected, map {
            'form': any_value(reference.form.name_zh), 'form_en': any_value(reference.form.name_en),
            'codes': string_agg(child.code, '、' order by child.code) filter (len(child.code) > 3 and parent.code is null and levels.parents > 0)
        } as particulars
    from code_row as child
    join reference.form on reference.form.form = child.form
    left join code_row as parent
        on parent.report_id = child.report_id and parent.form = child.form and parent.code = left(child.code, len(child.code) - 2)
    left join (select report_id, form, len(code) as length, count(*) as parents from code_row group by all) as levels
        on levels.report_id = child.report_id and levels.form = child.form and levels.length = len(child.code) - 2
    group by child.report_id, child.form
)
from two_terms('orphan')
