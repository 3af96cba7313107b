-- Macro for what the prose of a budget says of each unit of the department: its budget, the natures of it, its projects by name (family P).

-- parts: a unit's budget against the natures of the same sentence; again: natures told anew below it, the first of each; whole: the unit's budget
-- and its projects; projects: those told by name. A sentence of natures that names no unit begins one without a name
create or replace macro budget_units_said(g) as table
with claim as (
    select
        *, subject in ('personnel', 'public', 'household', 'new_staff', 'project') as is_nature,
        subject = 'unit_total' or subject = 'personnel' and count(*) filter (subject in ('public', 'household', 'new_staff', 'project')) over told > 1
        and count(*) filter (subject = 'unit_total') over told = 0 as begins
    from budget_claims()
    where section = 'expenditure'
    window told as (partition by report_id, sentence)
),
placed as (
    select
        *, last_value(if(begins, place, null) ignore nulls) over along as unit_place, last_value(if(begins, sentence, null) ignore nulls) over along as unit_sentence,
        last_value(if(begins, label, null) ignore nulls) over along as unit_label
    from claim
    window along as (partition by report_id order by place)
),
said as (
    select
        *, sentence = unit_sentence as is_first, concat_ws(' ', unit_place, if(g in ('again', 'whole'), subject, null), if(g = 'projects', place, null)) as instance,
        row_number() over (partition by report_id, unit_place, sentence = unit_sentence, subject order by place) as time
    from placed
    where unit_place is not null
)
select
    report_id, instance, null as code, if(subject = 'unit_total' or g = 'again' and is_first, 'total', 'part') as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan,
    subject, label, unit_label
from said
where case g
    when 'parts' then is_first and (is_nature or subject = 'unit_total')
    when 'again' then is_nature and time = 1
    when 'whole' then is_first and subject in ('unit_total', 'project')
    else subject = 'named_project'
end
window one as (partition by report_id, instance)
qualify case g
    when 'parts' then count(*) filter (is_nature) over one > 2 and count(*) filter (subject = 'unit_total') over one = 1
    when 'again' then count(*) over one = 2
    else true
end;
