-- 一批报告的不符 / The violations of some reports.
-- $reports: reports
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- severity: fatal, error, warning or info
-- forms: of words held against forms, those forms: where one of them is wrong as a whole, the words are not judged
select
    violation.report_id, violation.identity_id, violation.instance, violation.severity,
    case
        when identity.family = 'N' and coalesce(len(outcome.amount_ids), 0) = 0
        then list_distinct(identity.needs || identity.any_of || regexp_extract_all(violation.instance, '^[TUB]\d+'))
        else []
    end as forms
from checks.violation
join checks.outcome using (identity_id, report_id, instance)
join reference.identity using (identity_id)
where violation.report_id in (select unnest($reports))
order by all
