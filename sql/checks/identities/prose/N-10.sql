-- zh: 基本支出说明的人员经费＋公用经费应当等于基本支出，并与决算表一致，占比应当等于部分÷合计
-- en: Prose: basic expenditure must equal T5 and T6 and be personnel plus public, shares must be quotients
-- name: basic_expenditure_equals_T5_and_T6
-- tolerance: SUM
-- severity: error
-- why: 同一事实印两处
from claims_and_cells('basic', 'T5')
union all
from claims_and_cells('basic', 'T6')
union all
select * replace ('人员＋公用' as instance) from claim_side('total', 1, ['basic'], ['basic'], 'value')
where report_id in (from reports_with_claims('basic', ['personnel', 'public'], 'value'))
union all
select * replace ('人员＋公用' as instance) from claim_side('part', 1, ['basic'], ['personnel', 'public'], 'value')
union all
from claim_sum('支出：人员＋公用', 'expenditure', 'basic', ['personnel', 'public'], ['basic', 'personnel', 'public'], 'value')
