-- 勾稽结果：每个恒等式的每次出现一行 / Outcomes: one row for each instance of an identity.
-- identity_id: identity (reference.identity)
-- report_id: report
-- fiscal_year: fiscal year
-- unit_key: unit
-- instance: which occurrence within the report
-- code: classification code it is about
-- stated: what the report states, in 元 (a plain number for counts)
-- expected: what the other amounts give
-- residual: stated − expected
-- bound: largest residual that rounding of the printed decimals can make (Σ|w|·h)
-- sigma: standard deviation of the residual under uniform rounding
-- outcome: exact, rounding (≤ 3σ and ≤ bound), improbable (> 3σ, ≤ bound), violation (> bound), not_evaluable
-- reason: why it is not evaluable: blank (nothing printed where the total stands), details blank, no details printed, total not printed, nothing printed, form missing, form declared empty, form blank, not in this table set, reading in doubt, a heading stands where an amount would
-- amount_ids: printed amounts of all terms
-- note: what is printed, where no amount says it
-- page: page of the note
with silent as (
    select identity.identity_id, report.report_id, coalesce(obstacle.reason, 'nothing printed') as reason
    from reference.identity as identity
    cross join star.dim_report as report
    left join checks.obstacle as obstacle on obstacle.identity_id = identity.identity_id and obstacle.report_id = report.report_id
    anti join checks.residual as residual on residual.identity_id = identity.identity_id and residual.report_id = report.report_id
    anti join checks.quotient as quotient on quotient.identity_id = identity.identity_id and quotient.report_id = report.report_id
    where report.is_current
),
unified as (
    select
        identity_id, report_id, instance, code, stated, expected, residual, bound, sqrt(squares / 3)::decimal(24, 6) as sigma,
        case
            when reason is not null then 'not_evaluable'
            when relation = '<=' and residual <= 0 or residual = 0 then 'exact'
            when relation = '<=' and residual <= bound then 'rounding'
            when relation = '=' and abs(residual) <= bound then if(residual * residual <= 3 * squares, 'rounding', 'improbable')
            else 'violation'
        end as outcome,
        reason, amount_ids, note, page
    from checks.residual
    union all by name
    select identity_id, report_id, instance, code, stated, expected, residual, bound, outcome, reason, amount_ids from checks.quotient
    union all by name
    select identity_id, report_id, '' as instance, 'not_evaluable' as outcome, reason from silent
)
select
    unified.identity_id, unified.report_id, report.fiscal_year, report.unit_key, unified.instance, unified.code, unified.stated,
    unified.expected, unified.residual, unified.bound, unified.sigma, unified.outcome, unified.reason, unified.amount_ids, unified.note,
    unified.page
from unified
join star.dim_report as report using (report_id)
