-- 上年公布数：本年文字所说的事项在上年报告中的数 / Published: the amount of last year's report that a subject of this year's prose speaks of: its cell of a form, else what its prose says.
-- report_id: this year's report
-- section: section of the prose
-- subject: what it is about
-- code: functional or economic code, null for others
-- amount_id: amount or claim of last year's report
-- amount: its value, money in 元
-- half: half a unit of its last printed decimal
with cell as (
    select place.section, place.subject, cell.report_id, place.form, cell.code, cell.amount_id, cell.value_yuan as amount, cell.half_step_yuan as half
    from reference.claim_cell as place
    join checks.form_amount as cell
        on cell.form = place.form and cell.column_key = place.column_key and (place.panel is null or place.panel = cell.panel)
        and not cell.is_repeat and (not cell.is_within or starts_with(place.column_key, 'within_'))
        and if(place.subject in ('function', 'economic'), cell.line is null and cell.code is not null, coalesce(cell.line, '') = coalesce(place.line, ''))
    where place.role = 'value' and cell.value_yuan is not null
),
said as (
    select section, subject, report_id, 'prose' as form, code, claim_id as amount_id, amount, half
    from checks.prose_claim
    where role = 'value' and subject not in ('reason', 'project_money', 'profile')
    qualify count(*) over (partition by report_id, section, subject, label, code) = 1
)
select beside.report_id, found.section, found.subject, found.code, found.amount_id, found.amount, found.half
from (from cell union all from said) as found
join checks.related_report as beside on beside.other_id = found.report_id and beside.relation = 'prior_year'
qualify row_number() over (
    partition by beside.report_id, found.section, found.subject, if(found.subject in ('function', 'economic'), found.code, null)
    order by found.form = 'prose', found.form, found.amount_id
) = 1
