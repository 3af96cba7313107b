-- 一条勾稽关系在一个年度的不符之处 / The violations of an identity in a year, by unit.
-- $identity: identity
-- $year: fiscal year
-- $most: rows at most
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
    unit_name, violation.page, printed, stated, expected, residual, bound, violation.severity, instance, sentence_zh as finding,
    is_waived as waived, report_id, finding_id
from checks.violation
join findings.symptom using (identity_id, report_id, instance)
join findings.finding using (finding_id)
where identity_id = $identity and violation.fiscal_year = $year
order by is_waived, list_position(['fatal', 'error', 'warning', 'info'], violation.severity), unit_name, instance
limit $most
