-- 一份报告每条勾稽关系的结论 / The outcomes of a report, an identity a row.
-- $report: report_id
select
    outcome.identity_id, identity.family, identity.statement_zh, identity.statement_en,
    count(*) filter (outcome = 'exact') as exact, count(*) filter (outcome = 'rounding') as rounding,
    count(*) filter (outcome = 'improbable') as improbable, count(*) filter (outcome = 'violation') as violation,
    count(*) filter (outcome = 'not_evaluable') as not_evaluable,
    list(distinct reason order by reason) filter (outcome = 'not_evaluable') as reasons,
    list_position(['P', 'W', 'C', 'N', 'Y', 'U', 'B', 'I', 'S'], identity.family) as place
from checks.outcome as outcome
join reference.identity as identity using (identity_id)
where outcome.report_id = $report
group by outcome.identity_id, identity.family, identity.statement_zh, identity.statement_en
order by place, outcome.identity_id
