select
    identity_id, report_id, fiscal_year, unit_key, instance, if(is_same, code, own_code) as code, amount_from(stated) as stated,
    coalesce(own_expected, amount_from(stated) - amount_from(residual)) as expected, amount_from(residual) as residual, step_from(bound) as bound,
    step_from(sigma)::decimal(24, 6) as sigma, outcome, reason, amount_ids, if(is_same, term_note, own_note) as note, page, particulars
from stored_instances()
where outcome is not null
