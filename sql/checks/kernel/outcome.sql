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
-- sigma: standard deviation of the residual under uniform rounding; null for quotients
-- outcome: exact, rounding (≤ 3σ and ≤ bound), improbable (> 3σ, ≤ bound), violation (> bound), not_evaluable
-- reason: why it is not evaluable: of a sum total and details blank, total blank beside its details, total blank without details, details blank, no details printed, total not printed; of one number against another cell blank, counterpart blank, both cells blank, cell blank without counterpart, nothing printed to compare with (the form of the blank follows: cell blank: T4); nothing printed, form missing, form declared empty, form blank, form left blank, not in this table set, reading in doubt, the two readers differ on the page, a heading stands where an amount would
-- amount_ids: printed amounts of all terms of a violation, the stated one first; those of other outcomes are in checks.term and checks.ratio
-- note: what is printed, where no amount says it
-- page: page of the note
-- particulars: of a violation: named values of the fault's wording in the head of the identity
with residual as materialized (from residual()),
silent as (
    select
        identity.identity_id, report.report_id,
        coalesce(missing.reason, silence(report.table_set, identity.identity_id, exists (from reading.claim where claim.report_id = report.report_id), identity.silent)) as reason
    from reference.identity as identity
    join star.disclosure as report on report.kind = identity.kind
    left join checks.missing_form as missing on missing.identity_id = identity.identity_id and missing.report_id = report.report_id
    anti join (select identity_id, report_id from residual union all select identity_id, report_id from checks.quotient) as judged
        on judged.identity_id = identity.identity_id and judged.report_id = report.report_id
    where report.is_current and is_due(identity.identity_id) and coalesce(missing.reason, '') != 'no budget of the year'
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
        end as outcome, reason, note, page, particulars
    from residual
    union all by name
    select identity_id, report_id, instance, code, stated, expected, residual, bound, outcome, reason, if(outcome = 'violation', amount_ids, null) as ratio_ids
    from checks.quotient
    where is_due(identity_id)
    union all by name
    select identity_id, report_id, '' as instance, 'not_evaluable' as outcome, reason from silent
),
listed as (
    select identity_id, report_id, instance, list(amount_id order by side desc, amount_id) filter (amount_id is not null and value_yuan is not null) as amount_ids
    from checks.term
    semi join (from unified where outcome = 'violation') as violated using (identity_id, report_id, instance)
    where is_due(identity_id) group by identity_id, report_id, instance
)
select
    unified.identity_id, unified.report_id, report.fiscal_year, report.unit_key, unified.instance, unified.code, unified.stated,
    unified.expected, unified.residual, unified.bound, unified.sigma, unified.outcome, unified.reason,
    coalesce(unified.ratio_ids, listed.amount_ids) as amount_ids, unified.note, unified.page, if(unified.outcome = 'violation', unified.particulars, null) as particulars
from unified join reference.identity as identity using (identity_id) join star.disclosure as report using (report_id) left join listed using (identity_id, report_id, instance)
where report.kind = identity.kind
