-- 恒等式活性：各年度各恒等式的评价与结果计数 / Liveness: how often each identity was judged in each year, and with what outcome.
-- identity_id: identity
-- fiscal_year: fiscal year
-- reports: reports on which it was judged at least once
-- evaluated: instances judged
-- exact: residual 0
-- rounding: within rounding
-- improbable: within the bound, beyond 3σ
-- violation: beyond what rounding can make
-- not_evaluable: instances not judged
-- reasons: reason → count of the instances not judged
with counted as (
    select
        identity_id, fiscal_year, count(distinct report_id) filter (outcome != 'not_evaluable') as reports,
        count(*) filter (outcome != 'not_evaluable') as evaluated, count(*) filter (outcome = 'exact') as exact,
        count(*) filter (outcome = 'rounding') as rounding, count(*) filter (outcome = 'improbable') as improbable,
        count(*) filter (outcome = 'violation') as violation, count(*) filter (outcome = 'not_evaluable') as not_evaluable
    from checks.outcome
    group by identity_id, fiscal_year
),
reasons as (
    select identity_id, fiscal_year, map_from_entries(list((reason, times) order by reason)) as reasons
    from (
        select identity_id, fiscal_year, reason, count(*) as times
        from checks.outcome
        where outcome = 'not_evaluable'
        group by identity_id, fiscal_year, reason
    )
    group by identity_id, fiscal_year
)
select counted.*, reasons.reasons
from counted
left join reasons using (identity_id, fiscal_year)
