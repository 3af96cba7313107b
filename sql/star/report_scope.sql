-- 资金范围的包含：每份报告公布的各资金范围，已含于哪个范围 / Scopes a report publishes, and the wider one that holds their money already: facts of scopes without a wider one add up.
-- report_id: report (star.dim_report), current version
-- fact: expenditure (star.fact_expenditure) or basic_expenditure (star.fact_basic_expenditure)
-- scope: scope of funds
-- held_in: the widest scope of the report, where that is another; null where nothing holds the money already
with published as (
    select report_id, 'expenditure' as fact, scope from star.fact_expenditure
    union
    select report_id, 'basic_expenditure', scope from star.fact_basic_expenditure
),
widest as (
    select
        report_id, fact,
        case when bool_or(scope = 'all_funds') then 'all_funds' when bool_or(scope = 'fiscal_appropriation') then 'fiscal_appropriation' end as scope
    from published
    group by report_id, fact
)
select published.report_id, published.fact, published.scope, nullif(widest.scope, published.scope) as held_in
from published
join widest using (report_id, fact)
