-- 预决算对比：每个功能科目的预算、决算所称预算与决算 / Budget against final account by function: what the budget provided, what the final account says was provided, and what was spent.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- function_code: 科目编码 / code of the functional item
-- function_name: 科目 / name of the item in the year
-- budget_yuan: 公布的预算（元） / the budget as published, summed to the item
-- stated_initial_yuan: 决算所列年初预算（元） / 年初预算 that the final account prints beside it
-- stated_annual_yuan: 决算所列全年预算（元） / 全年预算 that it prints beside it
-- final_yuan: 决算（元） / spent, summed to the item
-- difference_yuan: 决算减预算（元） / final less budget; null where they do not compare
-- is_comparable: 可比 / whether both sides give the item
-- reason: 不可比的原因 / why not: one side is not published, has no such form or item, or holds money in reserve
-- budget_file: 预算 / budget, path below raw/
-- final_file: 决算 / final account, path below raw/
-- address: 地址 / address of the final account on the desk, else of the budget
with budget as (
    select fact.unit_key, fact.fiscal_year, fact.scope, item.function_code, fact.report_id, sum(fact.amount_yuan) as amount, bool_or(fact.nature = 'reserve') as with_reserve
    from star.fact_budget_expenditure as fact join star.dim_function as item using (function_key)
    group by all
),
final as (
    select fact.unit_key, fact.fiscal_year, fact.scope, item.function_code, fact.report_id, sum(fact.amount_yuan) as amount
    from star.fact_expenditure as fact join star.dim_function as item using (function_key)
    group by all
),
stated as (
    select
        fact.report_id, map_extract_value(map {'T3': 'all_funds', 'T5': 'general_budget', 'U4': 'fiscal_appropriation'}, fact.form) as scope, item.function_code,
        sum(fact.budget_yuan) filter (fact.phase = 'initial') as initial, sum(fact.budget_yuan) filter (fact.phase = 'annual') as annual
    from star.stated_budget as fact join star.dim_function as item using (function_key)
    group by all
),
matched as (
    select
        unit_key, fiscal_year, scope, function_code, budget.amount as budget, final.amount as final, final.report_id as final_id, budget.with_reserve,
        bool_or(budget.report_id is not null) over (partition by unit_key, fiscal_year) as has_budget, bool_or(final.report_id is not null) over (partition by unit_key, fiscal_year) as has_final,
        bool_or(budget.report_id is not null) over scoped as has_budget_form, bool_or(final.report_id is not null) over scoped as has_final_form,
        max(budget.report_id) over (partition by unit_key, fiscal_year) as budget_of_year, max(final.report_id) over (partition by unit_key, fiscal_year) as final_of_year
    from budget full join final using (unit_key, fiscal_year, scope, function_code)
    window scoped as (partition by unit_key, fiscal_year, scope)
),
judged as (
    select *, case
        when not has_budget then 'no_budget' when not has_final then 'no_final' when not has_budget_form then 'no_budget_form'
        when not has_final_form then 'no_final_form' when budget is null then 'not_budgeted' when final is null then 'not_spent' when with_reserve then 'reserve'
    end as why
    from matched
)
select
    unit.unit_name, unit.level, judged.fiscal_year, scope.zh as scope, judged.function_code, item.function_name, budget::decimal(20, 2) as budget_yuan,
    stated.initial::decimal(20, 2) as stated_initial_yuan, stated.annual::decimal(20, 2) as stated_annual_yuan, final::decimal(20, 2) as final_yuan,
    if(why is null, final - budget, null)::decimal(20, 2) as difference_yuan, why is null as is_comparable, reason.zh as reason, plan.file as budget_file, account.file as final_file, address_of(coalesce(final_of_year, budget_of_year)) as address
from judged join star.dim_unit as unit using (unit_key) join reference.word as scope on scope.domain = 'fund' and scope.key = judged.scope
left join star.dim_function as item on item.function_code = judged.function_code and judged.fiscal_year between item.valid_from and item.valid_to
left join stated on stated.report_id = judged.final_id and stated.scope = judged.scope and stated.function_code = judged.function_code
left join reference.word as reason on reason.domain = 'unmatched' and reason.key = why
left join star.dim_budget as plan on plan.report_id = budget_of_year left join star.dim_report as account on account.report_id = final_of_year
order by unit.unit_name, judged.fiscal_year, judged.scope, judged.function_code
