from told_cell('basic', 'T5')
union all
from told_cell('basic', 'T6')
union all
select * replace ('人员＋公用' as instance) from said('total', 1, ['basic'], ['basic'], 'value')
where report_id in (from says_all('basic', ['personnel', 'public'], 'value'))
union all
select * replace ('人员＋公用' as instance) from said('part', 1, ['basic'], ['personnel', 'public'], 'value')
