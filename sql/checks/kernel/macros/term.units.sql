-- Macros for identities between a department and its units (family U)

-- why a department cannot be compared with the sum of its units; no row where it can
create or replace macro units_hindrance() as table
select report_id, 'unit without a report: ' || min(name) as hindrance
from checks.named_unit
where other_id is null and not is_merged
group by report_id;

-- the same cells of a department and of its units, without those that transfers between them pass through
create or replace macro unit_cells(forms, with_codes) as table
with cell as (
    select *, concat_ws(' ', form, panel, line, code, column_key) as place
    from checks.form_amount
    where list_contains(forms, form) and is_main and (with_codes or code is null or len(code) = 3)
),
unclear as (
    select beside.report_id, status.form, 'reading of a unit in doubt: ' || status.form as hindrance
    from checks.related_report as beside
    join checks.form_status as status on status.report_id = beside.other_id and status.status in ('in doubt', 'missing', 'no tables') and not status.is_cells_only
    where beside.relation = 'units'
    group by all
)
select own.report_id, own.place as instance, own.code, 'total' as side, 1 as weight, own.amount_id, own.value_yuan, own.half_step_yuan,
    coalesce(hindered.hindrance, unclear.hindrance) as hindrance
from cell as own
semi join (select report_id from checks.related_report where relation = 'units') as department on department.report_id = own.report_id
left join units_hindrance() as hindered on hindered.report_id = own.report_id
left join unclear on unclear.report_id = own.report_id and unclear.form = own.form
union all
select beside.report_id, unit.place, unit.code, 'part', 1, unit.amount_id, unit.value_yuan, unit.half_step_yuan, null
from cell as unit
join checks.related_report as beside on beside.other_id = unit.report_id and beside.relation = 'units';

-- departments whose units pass money between them, and cells of T1 to T3 that such money is in
create or replace macro transfers() as table
select distinct beside.report_id
from checks.related_report as beside
join checks.form_amount as cell on cell.report_id = beside.other_id and (cell.value_yuan != 0 or cell.in_doubt)
where beside.relation = 'units' and cell.form in ('T2', 'T3') and cell.column_key in ('superior', 'subordinate', 'remitted', 'subsidy');

create or replace macro passes_transfers(place) as
    place[:2] in ('T1', 'T2', 'T3') and not regexp_matches(place, ' (fiscal|operating|business|other|education_fees|basic|project|opening|closing|surplus_used|surplus_allocated|general_budget|government_fund|state_capital)( amount)?$');
