-- zh: “三公”经费预算表的“三公”经费应当等于因公出国（境）＋公务用车＋公务接待
-- en: P7: the three public expenses must equal abroad, vehicles and reception, this year and, where it is printed, last year
-- name: P7_three_public_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P7
-- why: “三公”经费的定义

-- 用车小计 stands for its two parts; they count themselves where it is blank
with printed as (
    select *, count(value_yuan) filter (item = 'vehicles') over (partition by report_id, place) as subtotals
    from budget_public_rows()
)
select report_id, place as instance, null as code, if(item = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from printed
where item in ('total', 'abroad', 'reception') or (item = 'vehicles' and subtotals > 0) or (item in ('purchase', 'running') and subtotals = 0)
