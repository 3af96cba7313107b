-- zh: 机构运行信息表的机关运行经费、政府采购、车辆合计应当等于各项之和
-- en: Form of the unit's operation: running costs, procurement and vehicles must equal the sums of their parts
-- name: totals_of_operation_are_the_sums_of_parts
-- tolerance: SUM
-- severity: error
-- needs: T7
-- silent: no details printed
-- why: 合计的定义
with meant(item, instance, side) as (
    values ('operating_costs', '机关运行经费', 'total'), ('operating_costs_administrative', '机关运行经费', 'part'), ('operating_costs_public', '机关运行经费', 'part'),
    ('procurement', '政府采购', 'total'), ('procurement_goods', '政府采购', 'part'), ('procurement_works', '政府采购', 'part'), ('procurement_services', '政府采购', 'part'),
    ('cars', '车辆', 'total'), ('cars_kind', '车辆', 'part')
),
told as ( -- a heading may repeat its total: 四、政府采购支出信息, （一）政府采购支出合计
    select *
    from operation()
    join meant using (item)
    where side = 'part' or value_yuan is not null
    window alike as (partition by report_id, item)
    qualify side = 'part' or row_number() over (alike order by row) = 1 and min(value_yuan) over alike = max(value_yuan) over alike
)
select report_id, instance, null as code, side, 1 as weight, amount_id, value_yuan, half_step_yuan
from told
window whole as (partition by report_id, instance)
qualify bool_or(side = 'part') over whole and bool_or(side = 'total') over whole
    and (item not like 'cars%' or count(*) over whole > 2 or min(value_yuan) over whole = max(value_yuan) over whole) -- one kind of vehicles alone may not be all
