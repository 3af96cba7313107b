-- zh: 每张表：科目编码不重复，上级科目在下级之前
-- en: Every form: codes are unique and parents precede their children
-- tolerance: INT
-- severity: error
-- any_of: T2, T3, T5, T6, U4
-- why: 一个科目在一张表中只有一行
with code_row as (
    select distinct report_id, form, panel, row, code from checks.form_amount where line is null and code is not null
),
disorder as (
    select
        report_id, form as instance,
        count(*) filter (times > 1) + count(*) filter (parent_row > row) as stated, 0 as expected
    from (
        select
            code_row.*, count(*) over (partition by code_row.report_id, code_row.form, code_row.code) as times, parent.row as parent_row
        from code_row
        left join code_row as parent
            on parent.report_id = code_row.report_id and parent.form = code_row.form and parent.panel = code_row.panel
            and parent.code = left(code_row.code, len(code_row.code) - 2)
    )
    group by report_id, form
)
from two_terms('disorder')
