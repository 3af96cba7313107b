-- 预算文字的陈述：预算自身的，或与其报表分开公布的情况说明的 / What the prose of a budget says in numbers: its own, or that of the file of text beside its tables.
-- report_id: budget (star.dim_budget), current version; of two files the one that has the forms too
-- claim_id: claim (reading.claim)
-- place: its order in the file, the end of its key
-- sentence: its sentence
-- statement: claims of one subject said in one go share a number
-- section: section of the prose
-- subject: what it is about
-- label: what the prose calls it, of a unit or a project
-- code: functional or economic code
-- role: value, prior, change …
-- direction: up, down, same
-- base: comparison or denominator as said
-- value_yuan: money in 元, null for other measures
-- half_step_yuan: half a unit of its last printed decimal
-- amount: money in 元, other measures as printed
-- half: half a unit of the last printed decimal, in the measure of amount
select
    said.report_id, claim.claim_id, split_part(claim.claim_id, '-', 3) as place, claim.sentence, claim.statement, claim.section, claim.subject, claim.label, claim.code,
    claim.role, claim.direction, claim.base, claim.value_yuan, claim.half_step_yuan,
    coalesce(claim.value_yuan, claim.value::decimal(24, 4)) as amount, coalesce(claim.half_step_yuan, half_step(claim.decimals)) as half
from budget_texts() as said
join reading.claim as claim on claim.report_id = said.said_id
where claim.value is not null and len(claim.doubts) = 0 and not (claim.subject = 'reason' and claim.role = 'change')
