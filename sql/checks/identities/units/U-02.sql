-- zh: 部门内部往来的抵销数应当不为负，收支两方应当相同
-- en: Money that passes between units: what is eliminated must not be negative and must be the same on both sides
-- name: money_between_units_is_eliminated_alike
-- tolerance: INEQ
-- severity: warning
-- needs: T2, T3
-- beside: units
-- why: 上级补助与对附属单位补助、附属单位上缴与上缴上级成对抵销

-- money that passes between a department's units (E): 0 ≤ E ≤ what is received and what is paid, the same on both sides
with flow(name, received, paid) as (values ('补助', 'superior', 'subsidy'), ('上缴', 'subordinate', 'remitted')),
amount as (
    select cell.report_id, flow.name, cell.column_key = flow.received as is_received, cell.amount_id, cell.value_yuan, cell.half_step_yuan
    from checks.form_amount as cell
    join flow on (cell.form = 'T2' and cell.column_key = flow.received) or (cell.form = 'T3' and cell.column_key = flow.paid)
    where cell.line = 'total' and not cell.is_repeat
),
passed as (
    select beside.report_id, name, is_received, 1 as sign, amount_id, value_yuan, half_step_yuan
    from amount
    join checks.related_report as beside on beside.other_id = amount.report_id and beside.relation = 'units'
    union all
    select report_id, name, is_received, -1, amount_id, value_yuan, half_step_yuan
    from amount
    where report_id in (select report_id from checks.related_report where relation = 'units')
),
bounded(bound, side, is_received, sign, of_units) as (
    values ('收入 ≥ 0', 'total', true, -1, false), ('收入 ≥ 0', 'part', true, 1, true), ('支出 ≥ 0', 'total', false, -1, false), ('支出 ≥ 0', 'part', false, 1, true),
        ('收入 ≤ 支出', 'total', true, 1, null), ('收入 ≤ 支出', 'part', false, 1, null), ('支出 ≤ 收入', 'total', false, 1, null), ('支出 ≤ 收入', 'part', true, 1, null)
)
select
    passed.report_id, concat_ws(' ', passed.name, bounded.bound) as instance, null as code, bounded.side, passed.sign * bounded.sign as weight,
    passed.amount_id, passed.value_yuan, passed.half_step_yuan, hindered.hindrance
from passed
join bounded on bounded.is_received = passed.is_received and coalesce(bounded.of_units, passed.sign = 1) = (passed.sign = 1)
left join units_hindrance() as hindered on hindered.report_id = passed.report_id
