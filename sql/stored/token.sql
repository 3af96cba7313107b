-- 数字台账，存放形式 / The ledger of numbers as it lies in the file; people ask reading.token, a view of it.
-- report: report (stored.report)
-- page: page
-- bbox: box, where it is not that of the amount or claim
-- text: digits as printed
-- kind: kind
-- rule: rule
-- amount: number of the amount (stored.amount)
-- claim: number of the claim (stored.claim)
-- own_amount_id: id of an amount that is not there
-- own_claim_id: id of a claim that is not there
select
    report.report, token.page, if(coalesce(amount.bbox, claim.bbox) is not distinct from token.bbox, null, token.bbox) as bbox, token.text,
    token.kind, token.rule, amount.number as amount, claim.number as claim, if(amount.number is null, token.amount_id, null) as own_amount_id,
    if(claim.number is null, token.claim_id, null) as own_claim_id
from reading.token as token
join report_number as report using (report_id)
left join number_in_order as amount on amount.amount_id = token.amount_id
left join number_in_order as claim on claim.amount_id = token.claim_id
order by report.report, token.page, token.bbox[2], token.bbox[1], token.text
