-- 基本支出事实：单位 × 经济分类末级（基本支出决算表） / Basic expenditure by economic leaf (forms T6, U6, B9); additive within a scope.
-- fiscal_year: fiscal year
-- unit_key: unit (star.dim_unit)
-- report_id: report (star.dim_report), current version
-- economic_key: economic leaf (star.dim_economic)
-- scope: general_budget (T6), fiscal_appropriation (U6, where it stands beside T6), government_fund (B9)
-- amount_yuan: amount in 元
-- amount_id: printed amount it came from (reading.amount), or the claim (reading.claim) where origin is prose
-- origin: table, or prose where the report has no such form; ocr where either was read off a picture
select
    report.fiscal_year, report.unit_key, amount.report_id, economic.economic_key,
    case amount.form when 'T6' then 'general_budget' when 'U6' then 'fiscal_appropriation' else 'government_fund' end as scope, amount.value_yuan as amount_yuan,
    amount.amount_id, amount.origin
from reading.amount
join star.dim_report as report on report.report_id = amount.report_id and report.is_current
join reading.printed_row as printed
    on printed.report_id = amount.report_id and printed.form = amount.form and printed.panel = amount.panel and printed.row = amount.row
join star.dim_economic as economic
    on economic.economic_code = amount.code and report.fiscal_year between economic.valid_from and economic.valid_to
where amount.form in ('T6', 'U6', 'B9') and amount.column_key = 'amount' and printed.is_leaf
    and amount.value is not null and not amount.is_held
union all
select
    report.fiscal_year, report.unit_key, claim.report_id, economic.economic_key, 'general_budget', claim.value_yuan, claim.claim_id, claim.origin
from reading.claim_cell as claim
join star.dim_report as report on report.report_id = claim.report_id and report.is_current
join star.dim_economic as economic
    on economic.economic_code = claim.code and report.fiscal_year between economic.valid_from and economic.valid_to
where claim.is_told_only and claim.form = 'T6' and claim.is_leaf
