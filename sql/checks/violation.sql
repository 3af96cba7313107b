-- 勾稽不符：超出四舍五入范围的结果，附原文与位置 / Violations: outcomes beyond rounding, with what is printed and where.
-- identity_id: identity
-- fiscal_year: fiscal year
-- unit_name: unit
-- report_id: report
-- instance: which occurrence within the report
-- severity: fatal, error, warning or info
-- statement: what should hold
-- stated: what the report states, in 元; a plain count for identities of structure (INT)
-- expected: what the other amounts give
-- residual: stated − expected
-- bound: largest residual rounding can make
-- page: page of the stated amount
-- printed: the terms as printed: row, column, text; what was said where there is no amount
select
    outcome.identity_id, outcome.fiscal_year, unit.unit_name, outcome.report_id, outcome.instance, identity.severity,
    identity.statement_zh as statement, outcome.stated, outcome.expected, outcome.residual, outcome.bound,
    coalesce(
        (select min(claim.page) from reading.claim where list_contains(outcome.amount_ids, claim.claim_id)),
        (select min(amount.page) from reading.amount where list_contains(outcome.amount_ids, amount.amount_id)), said.page,
        dated.page
    ) as page,
    coalesce(
        nullif(concat_ws('; ',
            (
                select string_agg(concat_ws(' ', claim.section, claim.subject, claim.label, claim.role, claim.text || claim.unit), '; ' order by claim.claim_id)
                from reading.claim where list_contains(outcome.amount_ids, claim.claim_id)
            ),
            (
                select string_agg(concat_ws(' ', amount.form, amount.row_label, amount.heading, amount.text), '; ' order by amount.amount_id)
                from reading.amount where list_contains(outcome.amount_ids, amount.amount_id)
            )
        ), ''),
        if(outcome.identity_id = 'S-01', outcome.instance || ' is not in the report', coalesce(said.reasons, dated.printed))
    ) as printed
from checks.outcome
join reference.identity as identity using (identity_id)
join star.dim_unit as unit using (unit_key)
left join (
    select
        report_id, if(scope = 'identity', 'C-23', 'C-24') as identity_id, min(page) as page, string_agg(reason, '; ' order by page) as reasons
    from reading.doubt
    group by all
) as said using (report_id, identity_id)
left join reading.sentence as dated
    on outcome.identity_id = 'N-28' and dated.report_id = outcome.report_id and 's' || dated.sentence = split_part(outcome.instance, ' ', 1)
where outcome.outcome = 'violation'
