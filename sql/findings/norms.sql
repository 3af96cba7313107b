-- 一批报告不符的惯例各项 / The terms of the norms that some reports break: a true report may, so that they accuse no number.
-- $reports: reports
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- relation: = or <=
-- side: total (what is stated) or part
-- weight: factor of the amount on its side
-- amount_id: printed amount or claim; null for a constant
-- value_yuan: its value; null for a blank
-- half_step_yuan: half a unit of the last printed decimal
select
    term.report_id, term.identity_id, term.instance, identity.relation, term.side, term.weight, term.amount_id,
    term.value_yuan, term.half_step_yuan
from checks.violation
join checks.outcome using (identity_id, report_id, instance)
join checks.term using (identity_id, report_id, instance)
join reference.identity using (identity_id)
where term.report_id in (select unnest($reports)) and outcome.sigma is not null and identity.tolerance = 'NORM' and term.value_yuan is not null
order by all
