-- zh: “三公”经费预算表的“三公”经费应当等于因公出国（境）＋公务用车＋公务接待
-- en: P7: the three public expenses must equal abroad, vehicles and reception, this year and, where it is printed, last year
-- name: P7_three_public_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P7
-- why: “三公”经费的定义
with printed as (
    select *, place as instance from budget_public_rows() where item in ('total', 'abroad', 'vehicles', 'purchase', 'running', 'reception')
)
from public_sum('printed')
