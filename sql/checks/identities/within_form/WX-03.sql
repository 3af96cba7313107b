-- zh: 每张表：每个款、项都有上级科目行
-- en: Every form: no row without its parent row
-- tolerance: INT
-- severity: error
-- any_of: T2, T3, T5, T6, U4
-- why: 逐级列示

-- a form that prints no row of a level at all has no orphans of it
with code_row as (
    select distinct report_id, form, code from checks.form_amount where line is null and code is not null
),
orphan as (
    select
        child.report_id, child.form as instance,
        count(*) filter (len(child.code) > 3 and parent.code is null and levels.parents > 0) as stated, 0 as expected
    from code_row as child
    left join code_row as parent
        on parent.report_id = child.report_id and parent.form = child.form and parent.code = left(child.code, len(child.code) - 2)
    left join (select report_id, form, len(code) as length, count(*) as parents from code_row group by all) as levels
        on levels.report_id = child.report_id and levels.form = child.form and levels.length = len(child.code) - 2
    group by child.report_id, child.form
)
from two_terms('orphan')
