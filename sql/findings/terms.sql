-- 一批报告可评价的和差各项 / The terms of the sums of some reports that can be judged, but norms, which a true report may break.
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
-- is_structure: a count
select
    term.report_id, term.identity_id, term.instance, identity.relation, term.side, term.weight, term.amount_id,
    term.value_yuan, term.half_step_yuan, identity.tolerance = 'INT' as is_structure
from checks.term
join checks.outcome using (identity_id, report_id, instance)
join reference.identity using (identity_id)
where term.report_id in (select unnest($reports)) and outcome.reason is null and outcome.sigma is not null and identity.tolerance != 'NORM'
order by all
