-- 所列预算：决算表中与决算并列的预算数 / Stated budgets: those that stand beside the final amount in a form, a row of the form and a phase; what the prose says of budgets is in star.fact_change.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- form: form key
-- line: meaning of a row without code (reading.amount); of T7 the item: abroad, purchase, running, vehicles, reception (reception_domestic, reception_foreign, reception_overseas: its parts), total
-- label: name of the row as printed; null in T7
-- function_key: functional item (star.dim_function), leaves only; null for others
-- economic_key: economic item (star.dim_economic), leaves only; null for others
-- phase: initial 年初预算, annual 全年预算, unstated 预算
-- budget_yuan: budget in 元
-- final_yuan: final amount of the row in 元; null where none is printed
-- amount_id: the printed budget (reading.amount)
with printed as (
    select report.fiscal_year, report.unit_key, amount.*
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    join reading.printed_row as row
        on row.report_id = amount.report_id and row.form = amount.form and row.panel = amount.panel and row.row = amount.row
    where amount.value is not null and not amount.is_held and not amount.is_within and not row.is_repeat
        and (row.is_leaf or amount.code is null or amount.line is not null)
),
budget as (
    select
        budget.fiscal_year, budget.unit_key, budget.report_id, budget.form, budget.line, budget.row_label as label, budget.code,
        map_extract_value(map {'initial_budget': 'initial', 'annual_budget': 'annual', 'budget': 'unstated'}, budget.column_key) as phase,
        budget.value_yuan as budget_yuan, final.value_yuan as final_yuan, budget.amount_id
    from printed as budget
    left join printed as final
        on final.report_id = budget.report_id and final.form = budget.form and final.panel = budget.panel and final.row = budget.row
        and final.column_key in ('total', 'amount')
    where budget.form in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'U4', 'U6') and budget.column_key in ('initial_budget', 'annual_budget', 'budget')
    union all
    select
        budget.fiscal_year, budget.unit_key, budget.report_id, 'T7', regexp_extract(budget.column_key, 'budget_(.*)$', 1) as line, null, null,
        if(starts_with(budget.column_key, 'annual_'), 'annual', 'unstated'), budget.value_yuan, final.value_yuan, budget.amount_id
    from printed as budget
    left join printed as final
        on final.report_id = budget.report_id and final.form = 'T7' and final.column_key = 'final_' || regexp_extract(budget.column_key, 'budget_(.*)$', 1)
    where budget.form = 'T7' and regexp_matches(budget.column_key, '^(annual_)?budget_')
)
select
    budget.* exclude (code), function.function_key, economic.economic_key
from budget
left join star.dim_function as function
    on function.function_code = if(budget.form in ('T6', 'U6'), null, budget.code)
    and budget.fiscal_year between function.valid_from and function.valid_to
left join star.dim_economic as economic
    on economic.economic_code = if(budget.form in ('T6', 'U6'), budget.code, null)
    and budget.fiscal_year between economic.valid_from and economic.valid_to
