-- 预算与决算逐项：同单位同年度每个功能科目的预算与决算 / Budget and final account by item: what a unit's budget provided and what its final account of the year says was spent, by functional item.
-- report_id: report: the final account (star.dim_report), or the budget (star.dim_budget) where there is none
-- unit_key: unit (star.dim_unit)
-- fiscal_year: fiscal year
-- scope: scope of funds, as star.fact_expenditure has it
-- function_code: code of the functional item
-- budget_yuan: the budget, summed to the item; null where it gives none
-- stated_initial_yuan: 年初预算 that the final account prints beside it
-- stated_annual_yuan: 全年预算 that it prints beside it
-- final_yuan: spent, summed to the item; null where the final account gives none
-- why: why the two do not compare: no_budget, no_final, no_budget_form, no_final_form, not_budgeted, not_spent, reserve; null where they do
-- budget_id: the budget of the year (star.dim_budget); null where there is none
-- final_id: the final account of the year (star.dim_report); null where there is none
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
        unit_key, fiscal_year, scope, function_code, budget.amount as budget, final.amount as final, final.report_id as spent_by, budget.with_reserve,
        bool_or(budget.report_id is not null) over (partition by unit_key, fiscal_year) as has_budget, bool_or(final.report_id is not null) over (partition by unit_key, fiscal_year) as has_final,
        bool_or(budget.report_id is not null) over scoped as has_budget_form, bool_or(final.report_id is not null) over scoped as has_final_form,
        max(budget.report_id) over (partition by unit_key, fiscal_year) as budget_id, max(final.report_id) over (partition by unit_key, fiscal_year) as final_id
    from budget full join final using (unit_key, fiscal_year, scope, function_code)
    window scoped as (partition by unit_key, fiscal_year, scope)
)
select
    coalesce(matched.final_id, matched.budget_id) as report_id, matched.unit_key, matched.fiscal_year, matched.scope, matched.function_code,
    matched.budget as budget_yuan, stated.initial as stated_initial_yuan, stated.annual as stated_annual_yuan, matched.final as final_yuan, case
        when not has_budget then 'no_budget' when not has_final then 'no_final' when not has_budget_form then 'no_budget_form'
        when not has_final_form then 'no_final_form' when budget is null then 'not_budgeted' when final is null then 'not_spent' when with_reserve then 'reserve'
    end as why, matched.budget_id, matched.final_id
from matched
left join stated on stated.report_id = matched.spent_by and stated.scope = matched.scope and stated.function_code = matched.function_code
order by report_id, scope, function_code
