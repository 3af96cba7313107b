-- 参与勾稽的单元格：现行版本决算、预算中未存疑的金额格 / Money cells identities are made of: the year's final amounts of current final accounts (forms T, U, B) and the amounts of current budgets (forms P), nothing held.
-- report_id: report
-- fiscal_year: fiscal year
-- unit_key: unit
-- form: form key
-- panel: panel
-- row: row of the form's body
-- line: meaning of a row without code; null where the code says it
-- code: functional or economic code
-- parent_code: nearest printed ancestor
-- is_leaf: no row below it in the form
-- is_repeat: a total row printed once more
-- column_key: meaning of the column
-- is_within: a 其中 part
-- mark: number, blank, dash or words
-- value_yuan: value in 元, null for a blank
-- half_step_yuan: half a unit of the last printed decimal in 元
-- amount_id: printed amount
select
    amount.report_id, report.fiscal_year, report.unit_key, amount.form, amount.panel, amount.row, amount.line, amount.code,
    printed.parent_code, printed.is_leaf, printed.is_repeat, amount.column_key, amount.is_within, amount.mark,
    amount.value_yuan, amount.half_step_yuan, amount.amount_id
from reading.amount
join star.disclosure as report on report.report_id = amount.report_id and report.is_current
join reading.printed_row as printed
    on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
where is_due(amount.report_id)
    and not amount.is_held and coalesce(amount.column_key, '') not in (
    'last_year', 'other_year', 'change', 'share', 'count', 'initial_budget', 'annual_budget', 'budget'
)
order by amount.form, amount.column_key
