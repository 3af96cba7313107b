-- 可供勾稽的陈述：现行版本中措辞清楚的陈述 / Claims identities are made of: those of current reports whose wording is clear.
-- report_id: report
-- fiscal_year: fiscal year
-- unit_key: unit
-- claim_id: claim (reading.claim)
-- place: its order in the report, the end of its key
-- sentence: its sentence
-- statement: claims of one subject said in one go share a number
-- section: section of the report
-- subject: what it is about
-- label: the subject as named
-- code: functional or economic code
-- role: value, prior, change …
-- direction: up, down, same, above, below, equal
-- base: comparison, budget phase or denominator as said
-- fitted: the reading the report's figures bear out
-- amount: money in 元, other measures as printed; null for words
-- half: half a unit of the last printed decimal, in the measure of amount; 0 for counts and weights, which are exact
select
    claim.report_id, report.fiscal_year, report.unit_key, claim.claim_id, split_part(claim.claim_id, '-', 3) as place,
    claim.sentence, claim.statement, claim.section, claim.subject, claim.label, claim.code, claim.role, claim.direction,
    claim.base, claim.fitted, coalesce(claim.value_yuan, claim.value::decimal(24, 4)) as amount,
    if(claim.role in ('count', 'weight'), 0, coalesce(claim.half_step_yuan, half_step(claim.decimals))) as half
from reading.claim
join star.dim_report as report on report.report_id = claim.report_id and report.is_current
where len(claim.doubts) = 0 and (claim.value is not null or claim.role = 'direction') and not (claim.subject = 'reason' and claim.role = 'change')
