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
-- reason: why it is not evaluable
-- amount_ids: printed amounts of all terms
with summed as (
    select
        term.identity_id, term.report_id, term.instance, min(term.code) as code,
        sum(weight * term.value_yuan) filter (side = 'total') as stated,
        sum(weight * term.value_yuan) filter (side = 'part') as expected,
        coalesce(sum(abs(weight) * term.half_ulp_yuan) filter (term.value_yuan is not null), 0) as bound,
        coalesce(sum(weight * weight * term.half_ulp_yuan * term.half_ulp_yuan) filter (term.value_yuan is not null), 0) / 3 as variance,
        count(*) filter (side = 'part') as parts,
        count(*) filter (side = 'total') as totals,
        count(*) filter (cell.mark = 'words') as words,
        list(amount_id order by side desc, amount_id) filter (amount_id is not null and term.value_yuan is not null) as amount_ids
    from checks.term
    left join checks.cell using (amount_id)
    group by term.identity_id, term.report_id, term.instance
),
judged as (
    select
        summed.identity_id, summed.report_id, instance, code, stated, expected, bound, variance, amount_ids, stated - expected as residual,
        coalesce(
            obstacle.reason,
            if(own_form.form is not null, 'reading in doubt: ' || own_form.form, null),
            case
                when words > 0 then 'a heading stands where an amount would'
                when totals = 0 then 'total not printed'
                when stated is null then 'blank'
                when parts = 0 then 'no details printed'
                when expected is null then 'details blank'
            end
        ) as reason,
        identity.relation
    from summed
    join reference.identity as identity using (identity_id)
    left join checks.obstacle as obstacle using (identity_id, report_id)
    left join checks.form_status as own_form
        on own_form.report_id = summed.report_id and own_form.form = split_part(summed.instance, ' ', 1) and own_form.status = 'in doubt'
),
silent as (
    select obstacle.identity_id, obstacle.report_id, coalesce(obstacle.reason, 'nothing printed') as reason
    from checks.obstacle as obstacle
    anti join summed using (identity_id, report_id)
),
unified as (
    select
        identity_id, report_id, instance, code, stated, expected, residual, bound, sqrt(variance) as sigma,
        case
            when reason is not null then 'not_evaluable'
            when relation = '<=' and residual <= 0 or residual = 0 then 'exact'
            when relation = '<=' and residual <= bound then 'rounding'
            when relation = '=' and abs(residual) <= bound then if(residual * residual <= 9 * variance, 'rounding', 'improbable')
            else 'violation'
        end as outcome,
        reason, amount_ids
    from judged
    union all by name
    select identity_id, report_id, '' as instance, 'not_evaluable' as outcome, reason from silent
)
select
    unified.identity_id, unified.report_id, report.fiscal_year, report.unit_key, unified.instance, unified.code, unified.stated,
    unified.expected, unified.residual, unified.bound, unified.sigma, unified.outcome, unified.reason, unified.amount_ids
from unified
join star.dim_report as report using (report_id)
