-- 各批的恒等式活性相加 / checks.liveness of all lots: what each has counted, added up; no report is in two lots. of_lots_liveness: theirs, one after the other.
with counted as (
    select
        identity_id, fiscal_year, sum(reports)::bigint as reports, sum(evaluated)::bigint as evaluated, sum(exact)::bigint as exact, sum(rounding)::bigint as rounding,
        sum(improbable)::bigint as improbable, sum(violation)::bigint as violation, sum(not_evaluable)::bigint as not_evaluable
    from of_lots_liveness
    group by identity_id, fiscal_year
),
reasons as (
    select identity_id, fiscal_year, map_from_entries(list((reason, times) order by reason)) as reasons
    from (
        select identity_id, fiscal_year, entry.key as reason, sum(entry.value)::bigint as times
        from (select identity_id, fiscal_year, unnest(map_entries(reasons)) as entry from of_lots_liveness)
        group by identity_id, fiscal_year, reason
    )
    group by identity_id, fiscal_year
)
select counted.*, reasons.reasons
from counted
left join reasons using (identity_id, fiscal_year)
