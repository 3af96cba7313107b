-- 一份报告的发现，按页 / The findings of one report by page, those of no page first.
-- $report: report_id
-- finding_id: finding
-- page: page; null where it is of no single page
-- severity: fatal, error, warning or info
-- identities: the identities that do not hold
-- sentence_zh: the sentence, Chinese
-- sentence_en: the sentence, English
-- is_waived: a person has set it aside
select finding_id, page, severity, identities, sentence_zh, sentence_en, is_waived
from findings.finding
where report_id = $report
order by page nulls first, finding_id
