-- 参与勾稽的单元格：现行版本决算、预算中金额格 / Money cells identities are made of: the year's final amounts of current final accounts (forms T, U, B) and the amounts of current budgets (forms P). Of what is held, only cells of final accounts whose row and column are known, as terms without a value.
-- report_id: report
-- fiscal_year: fiscal year
-- unit_key: unit
-- form: form key
-- panel: panel
-- row: row of the form's body
-- part_of: of a list, the row that this one is part of (reading.amount)
-- line: meaning of a row without code; null where the code says it
-- code: functional or economic code
-- parent_code: nearest printed ancestor
-- is_leaf: no row below it in the form
-- is_repeat: a total row printed once more
-- column_number: column of the form
-- column_key: meaning of the column
-- is_within: a 其中 part
-- is_main: neither, so that it is the one amount of its row and column
-- mark: number, blank, dash, words or, of what is held, doubtful
-- value_yuan: value in 元, null for a blank and for what is held
-- half_step_yuan: half a unit of the last printed decimal in 元
-- amount_id: printed amount
-- in_doubt: held, or beside a cell that is no clean number, which may have got or lost digits to it: no instance it is a term of is judged
with doubted as (
    select report_id, form, panel, row, column_number, code, line, amount_id, not may_be_elsewhere and mark = 'doubtful' and text != '' and text[1] != '#' as is_unclean
    from reading.amount
    where is_held and not may_be_elsewhere and not starts_with(form, 'P') and is_due(report_id)
),
touching as (
    select amount.amount_id
    from reading.amount as amount
    semi join (from doubted where is_unclean) as spoilt on spoilt.report_id = amount.report_id and spoilt.form = amount.form
    left join (from doubted where is_unclean) as unclean on unclean.amount_id = amount.amount_id
    window along as (partition by amount.report_id, amount.form, amount.row order by amount.column_number),
        down as (partition by amount.report_id, amount.form, amount.panel, amount.column_number order by amount.row)
    qualify coalesce(
        lag(unclean.amount_id) over along, lead(unclean.amount_id) over along, lag(unclean.amount_id) over down, lead(unclean.amount_id) over down
    ) is not null
),
above_doubted as ( -- a row whose cells are held is below its parents all the same
    select distinct report_id, form, unnest(list_filter([code[:3], code[:5]], lambda upper: len(upper) < len(code))) as code
    from doubted
    where line is null and len(code) > 3
)
select
    amount.report_id, report.fiscal_year, report.unit_key, amount.form, amount.panel, amount.row, amount.part_of, amount.line, amount.code,
    printed.parent_code, printed.is_leaf and (above_doubted.code is null or amount.line is not null) as is_leaf, printed.is_repeat,
    amount.column_number, amount.column_key, amount.is_within, not printed.is_repeat and not amount.is_within as is_main, amount.mark,
    if(amount.is_held, null, amount.value_yuan) as value_yuan, if(amount.is_held, null, amount.half_step_yuan) as half_step_yuan, amount.amount_id,
    amount.is_held or touching.amount_id is not null as in_doubt
from reading.amount
join star.disclosure as report on report.report_id = amount.report_id and report.is_current
join reading.printed_row as printed on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
left join touching on touching.amount_id = amount.amount_id
left join above_doubted on above_doubted.report_id = amount.report_id and above_doubted.form = amount.form and above_doubted.code = amount.code
where is_due(amount.report_id)
    and (not amount.is_held or not amount.may_be_elsewhere and not starts_with(amount.form, 'P'))
    and (coalesce(amount.column_key, '') not in ('last_year', 'other_year', 'change', 'share', 'count', 'initial_budget', 'annual_budget', 'budget')
        or amount.form = 'T1' and amount.column_key in ('initial_budget', 'annual_budget'))
order by amount.form, amount.column_key
