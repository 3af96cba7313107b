select
    identity_id, report_id, fiscal_year, unit_key, instance, if(is_same, code, own_code) as code, stated, coalesce(own_expected, stated - residual) as expected,
    residual, bound::decimal(38, 6) as bound, sigma::decimal(24, 6) as sigma, outcome, reason, amount_ids, if(is_same, term_note, own_note) as note,
    page, particulars
from stored.instance
where outcome is not null
