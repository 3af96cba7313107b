-- 预算政府采购事实：单位 × 类别（政府采购预算表） / Budgeted procurement by category (form P12); additive. Items below a category are not loaded.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- category: goods 货物, works 工程, services 服务; unsplit where the form gives the total alone
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
select
    report.fiscal_year, report.unit_key, amount.report_id, if(amount.line = 'total', 'unsplit', amount.line) as category,
    amount.value_yuan as amount_yuan, amount.amount_id
from reading.amount
join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
where amount.form = 'P12' and amount.column_key in ('amount', 'total') and amount.line in ('total', 'goods', 'works', 'services')
    and amount.value is not null and not amount.is_held and not amount.is_within
qualify (amount.line != 'total' or count(*) filter (amount.line != 'total') over (partition by amount.report_id) = 0)
    and row_number() over (partition by amount.report_id, amount.line order by amount.row, amount.column_number) = 1
