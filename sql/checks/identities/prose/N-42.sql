-- zh: 开支财政拨款的公务用车保有量应当不大于资产说明的车辆总数
-- en: Prose: vehicles kept with fiscal money must not be more than all vehicles
-- name: fiscal_vehicles_within_all_vehicles
-- tolerance: INEQ
-- severity: warning
-- silent: nothing printed to compare with
-- why: 部分不大于整体
from claim_side('total', 1, ['three_public'], ['vehicle_stock'], 'count')
union all
select report_id, '', null, 'part', 1, claim_id, amount, half
from checks.prose_claim
where section = 'assets' and subject in ('cars', 'vehicle_stock', 'vehicles') and role = 'count'
qualify row_number() over (partition by report_id order by place) = 1
