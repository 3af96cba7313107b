select
    report_id, coalesce(own_id, claim_key(report_id, page, place)) as claim_id, page, bbox, sentence, statement, section, subject, label, code,
    role, direction, base, text, value, decimals, counted_in, value_yuan, half_step_yuan, fitted, fits, doubts, origin
from stored.claim
