-- zh: 具体说明：同一项级科目重复列示时，其和等于决算表该科目
-- en: Prose: an item said several times, once for each unit, adds up to its row of T5
-- tolerance: SUM
-- severity: error
-- why: 部门汇总各单位同一科目
select told.report_id, concat_ws(' ', 'T5', cell.code) as instance, cell.code, 'part' as side, 1 as weight, told.claim_id as amount_id, told.amount as value_yuan, told.half as half_ulp_yuan
from checks.told as told
join reading.claim_cell as cell on cell.report_id = told.report_id and cell.claim_id = told.claim_id
where told.section = 'general_items' and told.subject = 'function' and cell.form = 'T5'
    and (told.report_id, cell.code) not in (from said_whole())
qualify count(*) over (partition by told.report_id, cell.code) > 1
union all
select cell.report_id, concat_ws(' ', 'T5', cell.code), cell.code, 'total', 1, cell.amount_id, cell.value_yuan, cell.half_ulp_yuan
from checks.cell as cell
where cell.form = 'T5' and cell.column_key = 'total' and (cell.report_id, cell.code) in (
    select told.report_id, told.code from checks.told as told
    where told.section = 'general_items' and told.subject = 'function' and told.role = 'value'
    group by told.report_id, told.code having count(*) > 1
) and (cell.report_id, cell.code) not in (from said_whole())
