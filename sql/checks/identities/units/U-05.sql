-- zh: 部门一般公共预算各项支出应当等于所属各单位该项之和；说明中重复列示的项应当与单位一一对应
-- en: T5: each 款 and 项 of a department must be the sum of its units; an item said several times must be said once for each unit
-- name: T5_rows_are_the_sum_of_units
-- tolerance: SUM
-- severity: warning
-- beside: units
-- why: 部门数由单位数汇总

-- T5 by item; and items said twice, whose amounts are those of the units
with repeated as (
    select report_id, code, claim_id, amount, half, row_number() over (partition by report_id, code order by amount, place) as rank, count(*) over (partition by report_id, code) as times
    from checks.prose_claim
    where section = 'general_items' and subject = 'function' and role = 'value' and (report_id, code) not in (from whole_items())
),
owned as (
    select beside.report_id, cell.code, cell.amount_id, cell.value_yuan, cell.half_step_yuan,
        row_number() over (partition by beside.report_id, cell.code order by cell.value_yuan, cell.amount_id) as rank,
        count(*) over (partition by beside.report_id, cell.code) as times
    from checks.form_amount as cell
    join checks.related_report as beside on beside.other_id = cell.report_id and beside.relation = 'units'
    where cell.form = 'T5' and cell.column_key = 'total' and len(cell.code) = 7 and cell.value_yuan != 0
),
matched as (
    select
        repeated.report_id, concat_ws(' ', 'T5', repeated.code, 'said', repeated.rank) as instance, repeated.code,
        repeated.claim_id as stated_id, repeated.amount as stated, repeated.half as stated_half,
        owned.amount_id as expected_id, owned.value_yuan as expected, owned.half_step_yuan as expected_half, hindered.hindrance
    from repeated
    join owned on owned.report_id = repeated.report_id and owned.code = repeated.code and owned.rank = repeated.rank and owned.times = repeated.times
    left join units_hindrance() as hindered on hindered.report_id = repeated.report_id
    where repeated.times > 1
)
from unit_cells(['T5'], true) where len(code) > 3
union all by name
from two_terms('matched')
