-- zh: 具体说明：一般公共预算决算表的每个项级科目都有说明
-- en: Prose: every 项 of T5 is spoken of
-- tolerance: INT
-- severity: error
-- why: 说明应逐项列示到项级科目
select leaf.report_id, concat_ws(' ', 'T5', leaf.code) as instance, leaf.code, side, 1 as weight, null as amount_id,
    if(side = 'total' and told.code is null, 0, 1) as value_yuan, 0 as half_ulp_yuan
from (
    select distinct report_id, code from checks.cell
    where form = 'T5' and column_key = 'total' and is_leaf and len(code) = 7 and value_yuan != 0
) as leaf
join (
    select report_id from checks.told
    where section = 'general_items' and subject = 'function' and role = 'value'
    group by report_id
    having count(distinct code) filter (len(code) = 7) * 2 > (
        select count(distinct cell.code) from checks.cell as cell
        where cell.report_id = told.report_id and form = 'T5' and column_key = 'total' and is_leaf and len(cell.code) = 7 and cell.value_yuan != 0
    ) and count(*) = count(code)
) as itemised on itemised.report_id = leaf.report_id
left join (
    select distinct report_id, code from checks.told where section = 'general_items' and subject = 'function'
) as told on told.report_id = leaf.report_id and told.code = leaf.code, (values ('total'), ('part')) as sides(side)
