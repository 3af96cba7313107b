-- 预算与决算：“三公”各项，一般公共预算各项 / Budget against final: three public expenses, and items of the general budget as the prose says them; an item said twice is left out.
-- $unit: unit_key
select fiscal_year, 'public' as kind, category as item, category as name, phase, amount_yuan as yuan
from star.fact_three_public
where unit_key = $unit and measure = 'amount'
union all
select
    fact.fiscal_year, 'item', function.function_code, function.function_name,
    if(fact.role = 'budget', if(fact.base = 'annual', 'annual', 'budget'), 'final'), fact.amount_yuan
from star.fact_claim as fact
join star.dim_function as function using (function_key)
where fact.unit_key = $unit and fact.section = 'general_items' and fact.subject = 'function' and not fact.is_doubtful
    and fact.role in ('budget', 'value') and fact.amount_yuan is not null
    and fact.report_id in (select report_id from star.dim_report where is_current)
qualify count(*) over (partition by fact.fiscal_year, function.function_code, fact.role, fact.base) = 1
order by kind desc, fiscal_year, item, phase
