-- 一个数所在的勾稽关系及其结论 / The identities a figure is a term of, or a part of a quotient, and how each came out.
-- $id: amount_id or claim_id
-- $report: the report of the identities, one of desk/citing
with own as (
    select distinct identity_id, report_id, instance, null::varchar[] as amount_ids
    from checks.term
    where amount_id = $id and report_id = $report
    union all
    select identity_id, report_id, instance, amount_ids from checks.quotient where report_id = $report and list_contains(amount_ids, $id)
)
select
    outcome.identity_id, outcome.report_id, outcome.instance, outcome.stated, outcome.expected, outcome.residual, outcome.bound, outcome.outcome,
    outcome.reason, outcome.note, coalesce(own.amount_ids, []) as amount_ids, identity.statement_zh, identity.statement_en, identity.relation,
    identity.why, identity.severity
from own
join checks.outcome as outcome using (identity_id, report_id, instance)
join reference.identity as identity using (identity_id)
where outcome.report_id = $report
order by list_position(['violation', 'improbable', 'rounding', 'exact', 'not_evaluable'], outcome.outcome), outcome.identity_id, outcome.instance
