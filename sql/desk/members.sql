-- 这些勾稽关系的各项，连同印出的数 / The terms of the identities a figure is in, each with what is printed.
-- $id: amount_id or claim_id
with own as (
    select distinct identity_id, report_id, instance from checks.term where amount_id = $id
),
term as (
    select term.identity_id, term.report_id, term.instance, term.side, term.weight, term.amount_id, term.value_yuan, term.hindrance
    from checks.term
    join own using (identity_id, report_id, instance)
)
select
    term.*, coalesce(amount.text, claim.text) as text, coalesce(amount.counted_in, claim.counted_in) as counted_in,
    coalesce(amount.page, claim.page) as page, amount.form, coalesce(amount.row_label, claim.label) as row_label,
    coalesce(amount.code, claim.code) as code, amount.heading
from term
left join reading.amount as amount on amount.amount_id = term.amount_id
left join reading.claim as claim on claim.claim_id = term.amount_id
order by term.identity_id, term.report_id, term.instance, term.side desc, term.amount_id nulls last
