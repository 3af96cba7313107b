-- 提到一个数的发现 / The findings that speak of a figure.
-- $id: amount_id or claim_id
select finding.finding_id, finding.report_id, finding.severity, finding.page, finding.sentence_zh, finding.sentence_en, finding.is_waived
from findings.finding as finding
where list_contains(finding.amount_ids, $id)
    or finding.finding_id in (select suspect.finding_id from findings.suspect as suspect where suspect.amount_id = $id)
order by list_position(['fatal', 'error', 'warning', 'info'], finding.severity), finding.finding_id
