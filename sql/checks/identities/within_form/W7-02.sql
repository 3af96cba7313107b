-- zh: “三公”经费决算表的公务用车小计应当等于购置费＋运行维护费
-- en: T7: vehicles must equal purchase plus running, for budget and final
-- name: T7_vehicles_is_purchase_plus_running
-- tolerance: SUM
-- severity: fatal
-- needs: T7
-- why: 小计的定义
select report_id, phase as instance, null as code, if(item = 'vehicles', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.public_expense
where not is_within and item in ('vehicles', 'purchase', 'running')
