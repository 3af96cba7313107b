-- 预算“三公”事实：单位 × 类别（“三公”经费预算表） / Budgeted three public expenses by category and fund (form P7); additive: vehicles stands only where purchase and running are not told apart.
-- fiscal_year: fiscal year the budget is of
-- unit_key: unit (star.dim_unit)
-- report_id: budget (star.dim_budget), current version
-- category: abroad 因公出国（境）, reception 公务接待, purchase 公务用车购置, running 公务用车运行维护, vehicles both in one
-- phase: budget (预算数)
-- fund: general_budget, government_fund or state_capital where the form tells them apart, else all
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
with stated as (
    select
        report.fiscal_year, report.unit_key, amount.report_id, split_part(substr(amount.column_key, len('budget_') + 1), '@', 1) as category,
        case
            when contains(amount.column_key, '@') then split_part(amount.column_key, '@', 2)
            when bool_or(contains(amount.column_key, '@')) over (partition by amount.report_id) then 'general_budget'
            else 'all'
        end as fund, amount.value_yuan, amount.amount_id
    from reading.amount
    join star.dim_budget as report on report.report_id = amount.report_id and report.is_current
    where amount.form = 'P7' and starts_with(amount.column_key, 'budget_') and amount.value is not null and not amount.is_held and not amount.is_within
)
select fiscal_year, unit_key, report_id, category, 'budget' as phase, fund, value_yuan as amount_yuan, amount_id
from stated
where category in ('abroad', 'purchase', 'running', 'reception', 'vehicles')
qualify category != 'vehicles' or count(*) filter (category in ('purchase', 'running')) over (partition by report_id, fund) = 0
