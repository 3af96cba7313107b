-- 表中的行：科目层级与末级标志 / Rows of forms with their place in the code hierarchy.
-- report_id: report
-- form: form key
-- panel: panel of the row
-- row: row of the form's body
-- code: code of the row
-- line: meaning of a row without code
-- row_label: row name as printed
-- parent_code: nearest printed ancestor (类 of 款, 款 of 项) in the same form
-- is_leaf: no row below it in the same form of which a cell is read, so that leaves add up
-- is_repeat: a total row printed once more (top and bottom)
with printed as (
    select -- a row all of whose cells are held is known all the same, where these are in doubt alone
        report_id, form, panel, row, code, line, row_label, if(len(code) = 7, code[:5], null) as group_code,
        if(len(code) > 3, code[:3], null) as class_code, bool_or(not is_held) as is_read
    from reading.amount
    where (not is_held or not may_be_elsewhere and not starts_with(form, 'P')) and is_due(report_id)
    group by all
),
codes as (select report_id, form, code, group_code, class_code, bool_or(is_read) as is_read from printed where code is not null and line is null group by all),
parents as (
    select report_id, form, class_code as code from codes where class_code is not null and is_read
    union
    select report_id, form, group_code from codes where group_code is not null and is_read
)
select
    printed.report_id, printed.form, printed.panel, printed.row, printed.code, printed.line, printed.row_label,
    coalesce(upper_group.code, upper_class.code) as parent_code,
    printed.code is not null and parents.code is null as is_leaf,
    printed.line is not null and printed.code is null and row_number() over (
        partition by printed.report_id, printed.form, printed.panel, printed.line order by printed.row
    ) > 1 as is_repeat
from printed
left join (select distinct report_id, form, code from codes) as upper_group
    on upper_group.report_id = printed.report_id and upper_group.form = printed.form and upper_group.code = printed.group_code
left join (select distinct report_id, form, code from codes) as upper_class
    on upper_class.report_id = printed.report_id and upper_class.form = printed.form and upper_class.code = printed.class_code
left join parents on parents.report_id = printed.report_id and parents.form = printed.form and parents.code = printed.code
