-- 支出按类、按年 / Spending of a unit by 类 and year: 全部资金 where it is published, else the widest scope that is.
-- $unit: unit_key
with spent as (
    select fact.fiscal_year, fact.scope, function.class_code, sum(fact.amount_yuan) as yuan
    from star.fact_expenditure as fact
    join star.dim_function as function using (function_key)
    where fact.unit_key = $unit
    group by all
    union all
    select fact.fiscal_year, 'balance', function.class_code, sum(fact.amount_yuan)
    from star.fact_balance as fact
    join star.dim_function as function using (function_key)
    where fact.unit_key = $unit and fact.form = 'T1' and fact.line = 'class'
    group by all
),
chosen as (
    select *
    from spent
    qualify rank() over (
        partition by fiscal_year
        order by list_position(['all_funds', 'balance', 'fiscal_appropriation', 'general_budget', 'government_fund', 'state_capital'], scope)
    ) = 1
)
select chosen.fiscal_year, chosen.scope, chosen.class_code, named.name as class_name, chosen.yuan
from chosen
left join (
    select class_code, arg_max(function_name, valid_from) as name from star.dim_function where level in ('类', '合计') group by class_code
) as named using (class_code)
where chosen.yuan != 0
order by chosen.class_code, chosen.fiscal_year
