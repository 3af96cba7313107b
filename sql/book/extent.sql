-- 一份报告查了什么：按审核事项、表与部分 / What was checked of one report: by duty, form and section, in the order a reviewer goes.
-- $report: report_id
-- duty: what a reviewer sees to (reference.duty)
-- form: form; null where it is of a section or of the whole report
-- section: section of the prose; null where it is of a form or of the whole report
-- status: of a form: filled, declared_empty, empty, left_blank, in doubt, missing
-- numbers: numbers read there
-- held: those in doubt
-- judged: instances judged
-- violations: those that do not hold
-- not_judged: instances that could not be judged
-- reasons: reason → instances
select duty, form, section, status, numbers, held, judged, violations, not_judged, reasons
from checks.extent
where report_id = $report
order by
    list_position(['completeness', 'tables', 'across_tables', 'prose', 'three_public', 'procurement', 'performance', 'wording', 'other_reports'], duty),
    form nulls last, section nulls last
