-- 发现所引的句子及其位置 / The sentences a report's findings quote, with their places.
-- $report: report_id
select outcome.identity_id, outcome.instance, sentence.pieces
from findings.symptom
join checks.outcome as outcome
    on outcome.report_id = symptom.report_id and outcome.identity_id = symptom.identity_id and outcome.instance = symptom.instance
join reading.sentence
    on sentence.report_id = symptom.report_id and sentence.printed = outcome.note and sentence.page = outcome.page
where symptom.report_id = $report
