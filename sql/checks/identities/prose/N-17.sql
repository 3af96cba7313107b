-- zh: 政府采购总额应当等于货物＋工程＋服务
-- en: Prose: procurement must equal goods, works and services
-- name: procurement_is_goods_works_services
-- tolerance: SUM
-- severity: error
-- why: 采购总额的构成
from claim_sum('货物＋工程＋服务', 'procurement', 'procurement', ['procurement_goods', 'procurement_works', 'procurement_services'], ['procurement_goods', 'procurement_services'], 'value')
union all
from claims_and_cells('procurement', 'B12')
union all -- 重庆 prints procurement in the form of 机构运行信息
select * from claims_and_cells('procurement', 'T7')
semi join (from checks.form_amount where form = 'T7' and contains(column_key, 'procurement')) using (report_id)
