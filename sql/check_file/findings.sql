-- 一份报告的发现，按页 / The findings of one report by page, those of no page first.
-- $report: report_id
-- finding_id: finding
-- page: page; null where it is of no single page
-- sheet: what the page is called: a sheet; null in a PDF
-- severity: fatal, error, warning or info
-- identities: the identities that do not hold
-- sentence_zh: the sentence, Chinese
-- sentence_en: the sentence, English
-- is_waived: a person has set it aside
select
    finding.finding_id, finding.page, nullif(page.name, '') as sheet, finding.severity, finding.identities, finding.sentence_zh, finding.sentence_en,
    finding.is_waived
from findings.finding as finding
left join reading.page as page on page.report_id = finding.report_id and page.page = finding.page
where finding.report_id = $report
order by finding.page nulls first, finding.finding_id
