-- 每处不符及其含义 / Every violated instance and what the sentence of a finding says of it (its frame: pipelines/findings/sentences.py).
-- report_id: report
-- identity_id: identity
-- instance: which occurrence within the report
-- fiscal_year: fiscal year
-- unit_key: unit
-- amount_ids: printed amounts and claims it is made of
-- statement_zh: what must hold, in Chinese
-- statement_en: what must hold, in English
-- why: why it must hold
-- note: what is printed where no amount says it
-- page: page where it stands
-- above_ids: of a ≤ over plain amounts, what is above
-- below_ids: what it should not be above
-- limit: the constant it should not be above, or that should not be above it; null where there is none
-- excess: by how much, in 元 or as printed where it is no money
-- reason: what the report gives as the reason, in its normalised words
with side as (
    select
        term.report_id, term.identity_id, term.instance, list(amount_id order by amount_id) filter (side = 'total') as above_ids,
        list(amount_id order by amount_id) filter (side = 'part') as below_ids, min(value_yuan) filter (amount_id is null) as "limit",
        bool_and(weight = 1) as is_plain
    from checks.term
    join checks.violation using (identity_id, report_id, instance)
    join reference.identity using (identity_id)
    where identity.relation = '<=' and value_yuan is not null
    group by all
),
compared as ( -- the claims of an instance, and those that say its cells
    select report_id, identity_id, instance, amount_id as claim_id, amount_id
    from (select report_id, identity_id, instance, unnest(above_ids) as amount_id from side)
    union all
    select above.report_id, above.identity_id, above.instance, cell.claim_id, above.amount_id
    from (select report_id, identity_id, instance, unnest(above_ids) as amount_id from side) as above
    join checks.form_amount as amount using (amount_id)
    join reading.claim_cell as cell
        on cell.report_id = amount.report_id and cell.form = amount.form and cell.column_key = amount.column_key
        and cell.line is not distinct from amount.line and cell.code is not distinct from amount.code
),
explained as (
    select compared.report_id, compared.identity_id, compared.instance, min_by(stated.reason, stated.sentence) as reason
    from compared
    join reading.claim as claim on claim.report_id = compared.report_id and claim.claim_id = compared.claim_id
    join star.stated_reason as stated
        on stated.report_id = claim.report_id and stated.statement = claim.statement and stated.against = 'budget'
    where compared.identity_id in (select identity_id from reference.identity where family = 'B')
    group by all
)
select
    outcome.report_id, outcome.identity_id, outcome.instance, report.fiscal_year, report.unit_key, outcome.amount_ids, statement_zh,
    statement_en, why, coalesce(outcome.note, '') as note, violation.page, side.above_ids, side.below_ids, side."limit",
    if(side.is_plain, outcome.residual, null) as excess, explained.reason
from checks.outcome
join reference.identity using (identity_id)
join checks.violation using (identity_id, report_id, instance)
join star.dim_report as report on report.report_id = outcome.report_id
left join side using (identity_id, report_id, instance)
left join explained using (identity_id, report_id, instance)
