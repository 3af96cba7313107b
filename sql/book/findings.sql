-- 一份报告的发现 / The findings of one report, the gravest first.
-- $report: report_id
select
    finding_id, severity, page, sentence_zh, sentence_en, identities, amount_ids, is_only, is_capped, is_waived, waiver
from findings.finding
where report_id = $report
order by is_waived, list_position(['fatal', 'error', 'warning', 'info'], severity), page nulls last, finding_id
