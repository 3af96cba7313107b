-- zh: “三公”经费决算表的合计应当等于因公出国（境）＋公务用车＋公务接待
-- en: T7: the total must equal abroad, vehicles and reception, for budget and final
-- name: T7_total_is_the_sum_of_items
-- tolerance: SUM
-- severity: fatal
-- needs: T7
-- why: “三公”经费的定义

-- a grand_total holds 会议费 and 培训费 too
with printed as (
    select *, unnest(coalesce(list(distinct item) filter (item in ('total', 'grand_total')) over (partition by report_id, phase), ['total'])) as whole
    from checks.public_expense
    where not is_within
),
summed as (
    select * replace (if(item = whole, 'total', item) as item), if(whole = 'total', phase, phase || ' with meetings') as instance
    from printed
    where item in (whole, 'abroad', 'vehicles', 'purchase', 'running', 'reception') or (whole = 'grand_total' and item in ('conference', 'training'))
)
from public_sum('summed')
