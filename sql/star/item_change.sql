-- 逐项变动：支出各项本年与上年 / Change by item: what a report and last year's say of each functional item, on the items of this year.
-- report_id: report (star.dim_report), this year's
-- scope: scope of funds, as star.fact_expenditure has it
-- item_code: code of the functional item; 合计 for the total of the scope
-- former_code: last year's code where the classification renumbered the item
-- this_year_yuan: this year, in 元; 0 for an item that ended; of 合计 the total printed, else the sum of the items
-- difference_yuan: of 合计: total printed less the sum of the items; null where no total is printed
-- last_year_yuan: last year as last year's report published it; 0 for a new item; null without that report
-- restated_yuan: last year as this year's report says it, or implies it
-- bound_yuan: largest difference of the two that rounding of the printed decimals can make
with leaf as (
    select fact.report_id, fact.scope, item.function_code as code, fact.amount_yuan as yuan, fact.half_step_yuan as half
    from star.fact_expenditure as fact
    join star.dim_function as item using (function_key)
),
spent as (
    select report_id, scope, code, sum(yuan) as yuan, sum(half) as half, null as difference from leaf group by all
    union all
    select leaf.report_id, leaf.scope, '合计', coalesce(max(printed.amount_yuan), sum(leaf.yuan)), coalesce(max(printed.half_step_yuan), sum(leaf.half)), max(printed.amount_yuan) - sum(leaf.yuan)
    from leaf
    left join star.printed_total as printed on printed.report_id = leaf.report_id and printed.scope = leaf.scope and printed.fact = 'expenditure' and printed.part = 'total'
    group by leaf.report_id, leaf.scope
),
last as (
    select beside.report_id, spent.scope, coalesce(next.new_code, spent.code) as code, min(next.old_code) as former_code, sum(spent.yuan) as yuan, sum(spent.half) as half
    from spent
    join checks.related_report as beside on beside.other_id = spent.report_id and beside.relation = 'prior_year'
    join star.dim_report as report on report.report_id = beside.report_id
    left join checks.successor as next on next.fiscal_year = report.fiscal_year and next.old_code = spent.code
    group by beside.report_id, spent.scope, coalesce(next.new_code, spent.code)
)
select
    report_id, scope, code as item_code, last.former_code, coalesce(spent.yuan, 0) as this_year_yuan, spent.difference as difference_yuan,
    coalesce(last.yuan, if((report_id, scope) in (select (report_id, scope) from last), 0, null)) as last_year_yuan,
    restated.value_yuan as restated_yuan, restated.bound_yuan + coalesce(last.half, 0) as bound_yuan
from spent
full join (from last semi join spent using (report_id, scope)) as last using (report_id, scope, code)
left join (select *, coalesce(function_code, '合计') as code from star.restated) as restated using (report_id, scope, code)
where coalesce(restated.value_yuan, last_year_yuan) is not null
order by report_id, scope, item_code
