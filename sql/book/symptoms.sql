-- 发现所含的每个不符的恒等式实例 / Every violated instance of a report's findings, with what the identity asks and, for a quotient, its parts.
-- $report: report_id
select
    symptom.finding_id, symptom.identity_id, symptom.instance, symptom.is_lead, identity.statement_zh, identity.statement_en,
    identity.why, identity.tolerance, identity.relation, outcome.stated, outcome.expected, outcome.residual, outcome.bound,
    outcome.amount_ids, outcome.note, outcome.page, named.form, outcome.particulars['written'] as written,
    coalesce(outcome.particulars['due'], outcome.particulars['known']) as due, ratio.factor, ratio.part, ratio.whole
from findings.symptom
join checks.outcome as outcome
    on outcome.report_id = symptom.report_id and outcome.identity_id = symptom.identity_id and outcome.instance = symptom.instance
join reference.identity as identity on identity.identity_id = symptom.identity_id
left join checks.ratio as ratio
    on ratio.report_id = symptom.report_id and ratio.identity_id = symptom.identity_id and ratio.instance = symptom.instance
left join reference.form as named on named.form = split_part(symptom.instance, ' ', 1)
where symptom.report_id = $report and outcome.outcome = 'violation'
qualify row_number() over (
    partition by symptom.finding_id, symptom.identity_id, symptom.instance order by ratio.factor is not null desc
) = 1
order by symptom.finding_id, symptom.is_lead desc, symptom.identity_id, symptom.instance
