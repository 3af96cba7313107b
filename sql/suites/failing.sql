-- 每条勾稽关系的不符之处，最重者在前 / The violations of each identity in all years, the gravest first.
-- $most: rows at most of an identity
-- identity_id: identity
-- fiscal_year: fiscal year
-- unit_name: unit
-- page: page; null where it is of no single page
-- printed: the amounts as printed
-- stated: what the report says
-- expected: what it should say
-- residual: the difference
-- bound: the difference that rounding allows
-- severity: fatal, error, warning or info
-- instance: which occurrence within the report
-- finding: the sentence of the finding it belongs to
-- waived: a person has set the finding aside
-- report_id: report
-- finding_id: finding
select
    identity_id, violation.fiscal_year, unit_name, violation.page, printed, stated, expected, residual, bound, violation.severity, instance,
    sentence_zh as finding, is_waived as waived, report_id, finding_id
from checks.violation
join findings.symptom using (identity_id, report_id, instance)
join findings.finding using (finding_id)
qualify row_number() over (
    partition by identity_id
    order by is_waived, list_position(['fatal', 'error', 'warning', 'info'], violation.severity), violation.fiscal_year, unit_name, instance
) <= $most
order by identity_id, is_waived, list_position(['fatal', 'error', 'warning', 'info'], violation.severity), violation.fiscal_year, unit_name, instance
