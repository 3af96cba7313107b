-- 发现所含实例的各项 / The terms of the violated instances of a report's findings.
-- $report: report_id
select term.identity_id, term.instance, term.side, term.weight, term.amount_id, term.value_yuan, term.half_step_yuan
from checks.term
join (
    select distinct identity_id, instance from findings.symptom where report_id = $report
) as violated using (identity_id, instance)
where term.report_id = $report
order by term.identity_id, term.instance, term.side desc, term.amount_id nulls last
