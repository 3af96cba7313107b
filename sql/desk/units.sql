-- 有决算的单位 / Units with a final account, by a part of their name or by their keys.
-- $part: a part of the name; '' for any
-- $keys: unit_keys that are listed whatever they are called
-- $most: how many at most beside those
with unit as (
    select unit.unit_key, unit.unit_name, unit.level, list(distinct report.fiscal_year order by report.fiscal_year desc) as years
    from star.dim_report as report
    join star.dim_unit as unit using (unit_key)
    where report.is_current
    group by all
)
select *, list_contains($keys::varchar[], unit_key) as is_chosen
from unit
where contains(unit_name, $part) or list_contains($keys::varchar[], unit_key)
qualify is_chosen or row_number() over (order by unit_name, level, unit_key) <= $most
order by is_chosen desc, unit_name, level, unit_key
