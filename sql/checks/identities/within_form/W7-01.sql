-- zh: “三公”经费决算表的合计应当等于因公出国（境）＋公务用车＋公务接待
-- en: T7: the total must equal abroad, vehicles and reception, for budget and final
-- name: T7_total_is_the_sum_of_items
-- tolerance: SUM
-- severity: fatal
-- needs: T7
-- why: “三公”经费的定义

-- 用车小计 stands for its two parts; they count themselves where it is blank. A grand_total holds 会议费 and 培训费 too
with printed as (
    select
        *, count(*) filter (item = 'vehicles' and (value_yuan is not null or in_doubt)) over (partition by report_id, phase) as subtotals,
        list_sort(list(distinct item) filter (item in ('total', 'grand_total')) over (partition by report_id, phase)) as totals
    from checks.public_expense
    where not is_within
),
summed as (
    select *, unnest(coalesce(totals, ['total'])) as whole from printed
)
select
    report_id, if(whole = 'total', phase, phase || ' with meetings') as instance, null as code, if(item = whole, 'total', 'part') as side, 1 as weight,
    amount_id, value_yuan, half_step_yuan
from summed
where item in (whole, 'abroad', 'reception') or (item = 'vehicles' and subtotals > 0) or (item in ('purchase', 'running') and subtotals = 0)
    or (whole = 'grand_total' and item in ('conference', 'training'))
