select
    report.report_id, token.page, coalesce(token.bbox, amount.bbox, claim.bbox) as bbox, token.text, token.kind, token.rule,
    coalesce(token.own_amount_id, amount.amount_id) as amount_id, coalesce(token.own_claim_id, claim.amount_id) as claim_id
from stored.token as token
join stored.report as report using (report)
left join stored_numbers() as amount on amount.report_id = report.report_id and amount.number = token.amount
left join stored_numbers() as claim on claim.report_id = report.report_id and claim.number = token.claim
