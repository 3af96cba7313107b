-- zh: 编制说明中单位的预算及其项目支出应当与支出预算总表中该单位的行一致
-- en: Prose of a budget: a unit's budget and its projects must equal the unit's row in P3
-- name: unit_said_equals_its_row
-- tolerance: SAME
-- severity: error
-- needs: P3
-- why: 同一事实印两处
with paired as (
    select
        said.report_id, concat_ws(' ', said.unit_place, said.subject) as instance, said.claim_id as stated_id, said.value_yuan as stated,
        said.half_step_yuan as stated_half, cell.amount_id as expected_id, cell.value_yuan as expected, cell.half_step_yuan as expected_half
    from budget_units_told() as said
    join reading.amount as cell
        on cell.report_id = said.report_id and cell.form = 'P3' and cell.line in ('unit', 'total') and cell.row_label = said.unit_label and not cell.is_held
        and cell.column_key = if(said.subject = 'unit_total', 'total', said.subject) and cell.value_yuan is not null
    where said.is_first and said.subject in ('unit_total', 'project')
    qualify count(*) over (partition by said.report_id, said.claim_id) = 1
)
from two_terms('paired')
