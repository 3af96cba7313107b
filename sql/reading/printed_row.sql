-- 表中的行：科目层级与末级标志 / Rows of forms with their place in the code hierarchy.
-- report_id: report
-- form: form key
-- panel: panel of the row
-- row: row of the form's body
-- code: code of the row
-- line: meaning of a row without code
-- row_label: row name as printed
-- parent_code: nearest printed ancestor (类 of 款, 款 of 项) in the same form
-- is_leaf: no row below it in the same form, so that leaves add up
-- is_repeat: a total row printed once more (top and bottom)
with printed as (
    select distinct report_id, form, panel, row, code, line, row_label
    from reading.amount
    where not is_held
),
codes as (select distinct report_id, form, code from printed where code is not null and line is null)
select
    printed.*,
    coalesce(five.code, three.code) as parent_code,
    printed.code is not null and not exists (
        select 1 from codes as below
        where below.report_id = printed.report_id and below.form = printed.form
            and len(below.code) > len(printed.code) and starts_with(below.code, printed.code)
    ) as is_leaf,
    printed.line is not null and printed.code is null and row_number() over (
        partition by printed.report_id, printed.form, printed.panel, printed.line order by printed.row
    ) > 1 as is_repeat
from printed
left join codes as five
    on five.report_id = printed.report_id and five.form = printed.form
    and len(printed.code) = 7 and five.code = printed.code[:5]
left join codes as three
    on three.report_id = printed.report_id and three.form = printed.form
    and len(printed.code) > 3 and three.code = printed.code[:3]
