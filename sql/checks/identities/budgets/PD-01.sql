-- zh: 本级的预算应当不大于部门预算的同一数
-- en: The 本级 of a department must not be above the department, cell by cell
-- name: own_budget_within_department
-- tolerance: INEQ
-- severity: error
-- beside: units
-- why: 部门预算由本级及所属单位预算组成
with cell as (
    select *, concat_ws(' ', form, panel, line, code, column_key) as place
    from checks.form_amount
    where form in ('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9') and is_main and coalesce(line, '') not in ('unit', 'opening', 'carried_forward')
        and not starts_with(column_key, 'prior_')
    qualify count(*) over (partition by report_id, place) = 1
),
side as (
    select unit.report_id as other_id, beside.report_id, unit.place as instance, unit.code, 'total' as side, 1 as weight, unit.amount_id, unit.value_yuan, unit.half_step_yuan
    from cell as unit
    join checks.related_report as beside on beside.other_id = unit.report_id and beside.relation = 'units'
    where unit.value_yuan is not null
    union all by name
    select own.report_id, own.place as instance, own.code, 'part' as side, 1 as weight, own.amount_id, own.value_yuan, own.half_step_yuan
    from cell as own
    where own.value_yuan is not null and own.report_id in (select report_id from checks.related_report where relation = 'units')
)
select * exclude (other_id)
from both_sides('side')
