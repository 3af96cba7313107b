-- 不现行的版本及其原因 / Versions that are held back, what stands in their place, and what decided it.
-- file: path below raw/
-- unit_name: unit
-- fiscal_year: fiscal year
-- current_file: the current version
-- decided_by: pin, forms, edition, date, arrival or file
-- own: what it says itself where that decided: edition, date or arrival
-- other: what the current version says; of a pin: why, by whom and when
select
    own.file, unit.unit_name, own.fiscal_year, current.file as current_file, version.decided_by,
    case version.decided_by
        when 'edition' then coalesce(version.edition, '—') when 'date' then strftime(version.dated, '%Y-%m-%d %H:%M') when 'arrival' then strftime(version.arrived, '%Y-%m-%d %H:%M')
    end as own,
    case version.decided_by
        when 'edition' then coalesce(other.edition, '—') when 'date' then strftime(other.dated, '%Y-%m-%d %H:%M') when 'arrival' then strftime(other.arrived, '%Y-%m-%d %H:%M')
        when 'pin' then (select min(pin.reason || ' (' || pin.who || ', ' || pin.date || ')') from raw.pin where starts_with(version.current_id, pin.report_id))
    end as other
from star.version as version
join star.version as other on other.report_id = version.current_id
join star.dim_report as own on own.report_id = version.report_id
join star.dim_report as current on current.report_id = version.current_id
join star.dim_unit as unit on unit.unit_key = version.unit_key
where not version.is_current
order by unit.unit_name, own.fiscal_year, own.file
