-- 预算与决算：“三公”各项，一般公共预算各项，公布的预算各项 / Budget against final: three public expenses; items of the general budget as the prose says them, but for one said twice; items of the published budget, kind the scope of funds.
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
union all
select judged.fiscal_year, judged.scope, judged.function_code, coalesce(item.function_name, judged.function_code), side.phase,
    if(side.phase = 'published', judged.budget_yuan, judged.final_yuan)
from star.item_budget as judged
left join star.dim_function as item on item.function_code = judged.function_code and judged.fiscal_year between item.valid_from and item.valid_to
cross join (values ('published'), ('final')) as side (phase)
where judged.unit_key = $unit and judged.why is null
order by kind desc, fiscal_year, item, phase
