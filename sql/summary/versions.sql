-- 不现行的版本及其原因 / Versions that are held back, what stands in their place, and what decided it.
-- file: path below raw/
-- unit_name: unit
-- fiscal_year: fiscal year
-- current_file: the current version
-- decided_by: pin, forms, edition, date, arrival or file
-- own: what it says itself where that decided: edition, date or arrival
-- other: what the current version says; of a pin: why, by whom and when
with dated as (
    select
        budget.*, report.edition, pdf_date(report.created) as dated, (select min(arrived) from raw.file where file.sha256 = budget.report_id) as arrived, true as has_forms,
        exists(from raw.pin where starts_with(budget.report_id, pin.report_id)) as is_pinned
    from star.dim_budget as budget
    join reading.report as report using (report_id)
    where budget.version is not null -- a text beside tables is read with them
),
budget as (
    select *, if(count(*) filter (dated is null) over (partition by unit_key, fiscal_year, phase) = 0, dated, null) as decisive
    from dated
),
held_back as (
    select
        own.file, unit.unit_name, own.fiscal_year, current.file as current_file, version.current_id, version.decided_by,
        version.edition, version.dated, version.arrived, other.edition as other_edition, other.dated as other_dated, other.arrived as other_arrived
    from star.version as version
    join star.version as other on other.report_id = version.current_id
    join star.dim_report as own on own.report_id = version.report_id
    join star.dim_report as current on current.report_id = version.current_id
    join star.dim_unit as unit on unit.unit_key = version.unit_key
    where not version.is_current
    union all
    select
        own.file, own.unit_name, own.fiscal_year, current.file, current.report_id, decided_by(own, current), own.edition, own.dated, own.arrived, current.edition, current.dated, current.arrived
    from budget as own
    join budget as current using (unit_key, fiscal_year, phase)
    where current.is_current and not own.is_current
)
select
    file, unit_name, fiscal_year, current_file, decided_by,
    case decided_by when 'edition' then coalesce(edition, '—') when 'date' then strftime(dated, '%Y-%m-%d %H:%M') when 'arrival' then strftime(arrived, '%Y-%m-%d %H:%M') end as own,
    case decided_by
        when 'edition' then coalesce(other_edition, '—') when 'date' then strftime(other_dated, '%Y-%m-%d %H:%M') when 'arrival' then strftime(other_arrived, '%Y-%m-%d %H:%M')
        when 'pin' then (select min(pin.reason || ' (' || pin.who || ', ' || pin.date || ')') from raw.pin where starts_with(held_back.current_id, pin.report_id))
    end as other
from held_back
order by unit_name, fiscal_year, file
