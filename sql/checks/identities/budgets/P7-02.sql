-- zh: “三公”经费预算表的公务用车购置及运行费应当等于购置＋运行
-- en: P7: vehicles must equal purchase and running
-- name: P7_vehicles_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P7
-- why: 公务用车购置及运行费的定义
select report_id, place as instance, null as code, if(item = 'vehicles', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from budget_public_rows()
where item in ('vehicles', 'purchase', 'running')
