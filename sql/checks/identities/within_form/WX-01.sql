-- zh: 每张表的科目编码应当不重复，上级科目应当在下级之前
-- en: Every form: codes must be unique and parents must precede their children
-- name: codes_unique_parents_first
-- tolerance: INT
-- severity: error
-- any_of: T2, T3, T5, T6, U4
-- why: 一个科目在一张表中只有一行
-- fault_zh: {form}[：编码{twice}列了不止一次][：{early}列在上级科目之前]
-- fault_en: {form_en}[: {twice} is printed more than once][: {early} stands before the code above it]
with code_row as (
    select distinct report_id, form, panel, row, code from checks.form_amount where line is null and code is not null and not starts_with(form, 'P')
),
disorder as (
    select
        report_id, form as instance,
        count(*) filter (times > 1) + count(*) filter (parent_row > row) as stated, 0 as expected, map {
            'form': any_value(name_zh), 'form_en': any_value(name_en), 'twice': string_agg(distinct code, '、' order by code) filter (times > 1),
            'early': string_agg(distinct code, '、' order by code) filter (parent_row > row)
        } as particulars
    from (
        select
            code_row.*, count(*) over (partition by code_row.report_id, code_row.form, code_row.code) as times, parent.row as parent_row
        from code_row
        left join code_row as parent
            on parent.report_id = code_row.report_id and parent.form = code_row.form and parent.panel = code_row.panel
            and parent.code = left(code_row.code, len(code_row.code) - 2)
    )
    join reference.form using (form)
    group by report_id, form
)
from two_terms('disorder')
