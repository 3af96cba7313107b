-- zh: 编制说明中逐项列出的项目金额应当与项目支出预算表中该单位的同名项目一致
-- en: Prose of a budget: a project told by name must equal the project of that name of the same unit in PX
-- name: project_said_equals_its_row
-- tolerance: SAME
-- severity: error
-- needs: PX
-- why: 同一事实印两处
with listed as ( -- projects below the row of their unit
    select cell.report_id, cell.amount_id, cell.value_yuan, cell.half_step_yuan, cell.row_label, unit.row_label as unit_label
    from reading.amount as cell
    join reading.amount as unit
        on unit.report_id = cell.report_id and unit.form = 'PX' and unit.row = cell.part_of and unit.column_number = cell.column_number
    where cell.form = 'PX' and cell.column_key = 'total' and not cell.is_held and cell.value_yuan is not null and is_due(cell.report_id)
),
paired as (
    select
        said.report_id, concat_ws(' ', said.unit_place, said.place) as instance, said.claim_id as stated_id, said.value_yuan as stated,
        said.half_step_yuan as stated_half, listed.amount_id as expected_id, listed.value_yuan as expected, listed.half_step_yuan as expected_half
    from budget_units_told() as said
    join listed on listed.report_id = said.report_id and listed.unit_label = said.unit_label and (listed.row_label in (said.label, said.label || '项目') or starts_with(listed.row_label, said.label || '('))
    where said.subject = 'named_project'
    qualify count(*) over (partition by said.report_id, said.claim_id) = 1 and count(*) over (partition by listed.amount_id) = 1
)
from two_terms('paired')
