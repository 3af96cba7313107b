-- zh: 机关运行经费、政府购买服务的说明应当与各自的表一致
-- en: Prose: running costs and purchased services must equal the forms of their own
-- name: running_costs_and_services_equal_their_forms
-- tolerance: SAME
-- severity: error
-- any_of: B13, B14
-- why: 同一事实印两处
from claims_and_cells('running_costs', 'B14')
union all
from claims_and_cells('purchased_services', 'B13')
