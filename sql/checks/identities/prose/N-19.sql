-- zh: 政府购买服务支出应当不大于本年支出
-- en: Prose: purchased services must not be above expenditure of the year (they may be above procurement)
-- name: purchased_services_within_expenditure
-- tolerance: INEQ
-- severity: info
-- why: 部分不大于整体；政府购买服务不必小于政府采购
from claim_side('total', 1, ['purchased_services'], ['purchased_services'], 'value')
union all
from pick('part', 1, 'T3', 'total', 'total')
union all
select * from claim_side('part', 1, ['expenditure'], ['expenditure_total'], 'value') anti join form_there('T3') using (report_id)
