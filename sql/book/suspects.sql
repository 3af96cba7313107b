-- 可能写错的格 / The cells that may be wrong: each set of cells alone would make all sums right.
-- $report: report_id
select
    suspect.finding_id, suspect.rank, suspect.set_number, suspect.amount_id, suspect.printed_yuan, suspect.low_yuan,
    suspect.high_yuan, suspect.slip, suspect.slip_zh, suspect.slip_en
from findings.suspect
join findings.finding using (finding_id)
where finding.report_id = $report
order by suspect.finding_id, suspect.rank, suspect.set_number, suspect.amount_id
