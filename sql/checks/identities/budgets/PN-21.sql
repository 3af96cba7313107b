-- zh: 编制说明中单位的预算及其项目支出应当与支出预算总表中该单位的行一致
-- en: Prose of a budget: a unit's budget and its projects must equal the unit's row in P3
-- name: unit_said_equals_its_row
-- tolerance: SAME
-- severity: error
-- needs: P3
-- why: 同一事实印两处
with said as (from budget_units_said('whole')),
paired as (
    select said.*, cell.amount_id as cell_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from said
    join reading.amount as cell
        on cell.report_id = said.report_id and cell.form = 'P3' and cell.line in ('unit', 'total') and cell.row_label = said.label and not cell.is_held
        and cell.column_key = if(said.subject = 'unit_total', 'total', said.subject) and cell.value_yuan is not null
    qualify count(*) over (partition by said.report_id, said.amount_id) = 1
)
select report_id, instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, null, 'part', 1, cell_id, printed, printed_half from paired
