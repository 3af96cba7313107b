-- 重述的上年支出：本年报告所说或以增减额推出的上年数 / Last year's expenditure as this year's report says it, or implies it by the change it says; never among the facts.
-- report_id: this year's report (star.dim_report), current version
-- scope: scope of funds (star.fact_expenditure)
-- function_code: functional item (star.dim_function); null for the total of the scope
-- value_yuan: last year's value in 元
-- bound_yuan: how far the printed decimals leave it open
-- role: prior (said) or change (this year's value less the change said)
-- amount_id: the claim (reading.claim)
with place(section, scope) as (
    values ('expenditure', 'all_funds'), ('general_budget', 'general_budget'), ('general_structure', 'general_budget'),
        ('general_items', 'general_budget'), ('fiscal_overall', 'fiscal_appropriation'), ('government_fund', 'government_fund'),
        ('state_capital', 'state_capital')
)
select
    comparison.report_id, place.scope, if(comparison.subject = 'function', comparison.code, null) as function_code,
    if(comparison.role = 'prior', comparison.amount, comparison.value_amount - if(comparison.direction = 'up', comparison.amount, -comparison.amount)) as value_yuan,
    comparison.half + if(comparison.role = 'prior', 0, comparison.value_half) as bound_yuan, comparison.role, comparison.claim_id as amount_id
from checks.year_comparison as comparison
join place using (section)
where comparison.hindrance is null and (comparison.role = 'prior' or (comparison.role = 'change' and comparison.value_id is not null))
    and comparison.subject in ('function', 'expenditure_total', 'general_budget', 'government_fund', 'state_capital', 'fiscal_expenditure')
    and (comparison.subject != 'function' or comparison.code is not null)
qualify row_number() over (partition by comparison.report_id, place.scope, if(comparison.subject = 'function', comparison.code, null) order by comparison.role != 'prior', comparison.place) = 1
