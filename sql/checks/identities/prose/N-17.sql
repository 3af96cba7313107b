from said_sum('货物＋工程＋服务', 'procurement', 'procurement', ['procurement_goods', 'procurement_works', 'procurement_services'], ['procurement_goods', 'procurement_services'], 'value')
union all
from told_cell('procurement', 'B12')
