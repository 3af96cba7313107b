select
    token.report_id, token.page, coalesce(token.bbox, amount.bbox, claim.bbox) as bbox, token.text, token.kind, token.rule,
    coalesce(token.own_amount_id, amount.amount_id) as amount_id, coalesce(token.own_claim_id, claim.amount_id) as claim_id
from stored.token as token
left join stored_numbers() as amount on amount.report_id = token.report_id and amount.number = token.amount
left join stored_numbers() as claim on claim.report_id = token.report_id and claim.number = token.claim
