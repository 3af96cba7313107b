-- 超预算的原因 / What a report gives as the reason where something is above its budget.
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- reason: the reason in the report's normalised words
with above as (
    select term.report_id, term.identity_id, term.instance, term.amount_id
    from checks.term
    join checks.violation using (identity_id, report_id, instance)
    join reference.identity using (identity_id)
    where identity.family = 'B' and identity.tolerance != 'INT' and side = 'total' and value_yuan is not null and amount_id is not null
),
compared as ( -- the claims of an instance, and those that say its cells
    select report_id, identity_id, instance, amount_id as claim_id
    from above
    union all
    select above.report_id, above.identity_id, above.instance, cell.claim_id
    from above
    join checks.form_amount as amount using (amount_id)
    join reading.claim_cell as cell
        on cell.report_id = amount.report_id and cell.form = amount.form and cell.column_key = amount.column_key
        and cell.line is not distinct from amount.line and cell.code is not distinct from amount.code
)
select compared.report_id, compared.identity_id, compared.instance, min_by(stated.reason, stated.sentence) as reason
from compared
join reading.claim as claim on claim.report_id = compared.report_id and claim.claim_id = compared.claim_id
join star.stated_reason as stated
    on stated.report_id = claim.report_id and stated.statement = claim.statement and stated.against = 'budget'
group by all
