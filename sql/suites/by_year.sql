-- 每条勾稽关系每年的判断数、发现数与最重程度 / What came of each identity in each year: what the expectations about identities look at.
-- identity_id: identity
-- fiscal_year: fiscal year
-- evaluated: instances judged
-- exact: residual 0
-- violation: beyond what rounding can make
-- findings: findings with one of them, those set aside left out
-- worst: the gravest severity of those findings' violations; null where there is none
with found as (
    select
        violation.identity_id, violation.fiscal_year, count(distinct finding_id) as findings,
        min(list_position(['fatal', 'error', 'warning', 'info'], violation.severity)) as worst
    from checks.violation
    join findings.symptom using (identity_id, report_id, instance)
    join findings.finding using (finding_id)
    where not is_waived
    group by violation.identity_id, violation.fiscal_year
)
select
    identity_id, fiscal_year, evaluated, exact, violation, coalesce(findings, 0) as findings,
    ['fatal', 'error', 'warning', 'info'][worst] as worst
from checks.liveness
left join found using (identity_id, fiscal_year)
order by identity_id, fiscal_year
