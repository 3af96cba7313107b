-- zh: 基本支出说明：人员经费＋公用经费＝基本支出，与决算表一致
-- en: Prose: basic expenditure equals T5 and T6 and is personnel plus public
-- tolerance: SUM
-- severity: error
-- why: 同一事实印两处
from told_cell('basic', 'T5')
union all
from told_cell('basic', 'T6')
union all
select * replace ('人员＋公用' as instance) from said('total', 1, ['basic'], ['basic'], 'value')
where report_id in (from says_all('basic', ['personnel', 'public'], 'value'))
union all
select * replace ('人员＋公用' as instance) from said('part', 1, ['basic'], ['personnel', 'public'], 'value')
