select
    report_id, coalesce(own_id, claim_key(report_id, page, place)) as claim_id, page, bbox, sentence, statement,
    section, subject, label, code, role, direction, base, text,
    if(is_own, own_value, number_of(text)) as value, decimals, counted_in,
    if(is_own, own_yuan, in_yuan(text, counted_in)) as value_yuan,
    if(is_own, own_half_yuan, half_in_yuan(decimals, counted_in)) as half_step_yuan, fitted, fits, doubts, origin
from stored.claim
