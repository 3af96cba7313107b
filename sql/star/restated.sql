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
    told.report_id, place.scope, if(told.subject = 'function', told.code, null) as function_code,
    if(told.role = 'prior', told.amount, told.value_amount - if(told.direction = 'up', told.amount, -told.amount)) as value_yuan,
    told.half + if(told.role = 'prior', 0, told.value_half) as bound_yuan, told.role, told.claim_id as amount_id
from checks.compared as told
join place using (section)
where told.hindrance is null and (told.role = 'prior' or (told.role = 'change' and told.value_id is not null))
    and told.subject in ('function', 'expenditure_total', 'general_budget', 'government_fund', 'state_capital', 'fiscal_expenditure')
    and (told.subject != 'function' or told.code is not null)
qualify row_number() over (partition by told.report_id, place.scope, if(told.subject = 'function', told.code, null) order by told.role != 'prior', told.place) = 1
