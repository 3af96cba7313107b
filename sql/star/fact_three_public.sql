-- “三公”经费事实：单位 × 项目 × 预决算 / Three public expenses by item and phase (form T7); items add up within a phase.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- category: abroad 因公出国（境）, purchase 用车购置, running 用车运行维护, reception 公务接待; vehicles 用车 where it is not split
-- phase: budget (预算数) or final (决算数)
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount)
with printed as (
    select
        report.fiscal_year, report.unit_key, amount.report_id, split_part(amount.column_key, '_', 2) as category,
        split_part(amount.column_key, '_', 1) as phase, amount.value_yuan, amount.amount_id
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    where amount.form = 'T7' and amount.value is not null and not amount.is_held
)
select fiscal_year, unit_key, report_id, category, phase, value_yuan as amount_yuan, amount_id
from printed
where category in ('abroad', 'purchase', 'running', 'reception', 'vehicles')
qualify category != 'vehicles'
    or count(*) filter (category in ('purchase', 'running')) over (partition by report_id, phase) = 0
