select * replace ('货物＋工程＋服务' as instance) from said('total', 1, ['procurement'], ['procurement'], 'value')
where report_id in (from says_all('procurement', ['procurement_goods', 'procurement_services'], 'value'))
union all
select * replace ('货物＋工程＋服务' as instance) from said('part', 1, ['procurement'], ['procurement_goods', 'procurement_works', 'procurement_services'], 'value')
where report_id in (from says_all('procurement', ['procurement_goods', 'procurement_services'], 'value'))
union all
from told_cell('procurement', 'B12')
