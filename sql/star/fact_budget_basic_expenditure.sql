-- 预算基本支出事实：单位 × 经济分类末级（基本支出预算表） / Budgeted basic expenditure by economic leaf (forms P6, PU6, PB where it has codes); additive within a scope.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- economic_key: economic leaf (star.dim_economic)
-- scope: general_budget (P6), fiscal_appropriation (PU6) or all_funds (PB)
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
select
    report.fiscal_year, report.unit_key, amount.report_id, economic.economic_key,
    map_extract_value(map {'P6': 'general_budget', 'PU6': 'fiscal_appropriation', 'PB': 'all_funds'}, amount.form) as scope, amount.value_yuan as amount_yuan, amount.amount_id
from reading.amount
join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
join reading.printed_row as printed
    on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
join star.dim_economic as economic
    on economic.economic_code = amount.code and report.fiscal_year between economic.valid_from and economic.valid_to
where amount.form in ('P6', 'PU6', 'PB') and amount.column_key = if(amount.form = 'PB', 'total', 'amount') and printed.is_leaf and amount.value is not null and not amount.is_held and not amount.is_within
