-- Macro for what the prose of a budget says of each unit of the department: its budget, the natures of it, its projects by name (family P).

-- amounts said of a unit: is_nature: of a nature of its budget; unit_place, unit_label: where its sentence begins, and its name; is_first: said in that
-- sentence, not below it. A sentence of natures that names no unit begins one without a name
create or replace macro budget_units_told() as table
with claim as (
    select
        *, subject in ('personnel', 'public', 'household', 'new_staff', 'project') as is_nature,
        subject = 'unit_total' or subject = 'personnel' and count(*) filter (subject in ('public', 'household', 'new_staff', 'project')) over told > 1
        and count(*) filter (subject = 'unit_total') over told = 0 as begins
    from budget_claims()
    where section = 'expenditure'
    window told as (partition by report_id, sentence)
)
select
    * exclude (begins), last_value(if(begins, place, null) ignore nulls) over along as unit_place,
    last_value(if(begins, label, null) ignore nulls) over along as unit_label, sentence = last_value(if(begins, sentence, null) ignore nulls) over along as is_first
from claim
window along as (partition by report_id order by place)
qualify unit_place is not null;
