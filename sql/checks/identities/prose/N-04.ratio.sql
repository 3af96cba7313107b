from share_of(['expenditure'], 'expenditure_total')
union all
-- below the heading of both sides, where the words or the figures say what it is a share of
from share_of(['overall'], 'expenditure_total')
where amount_ids[1] in (
    select claim_id from checks.prose_claim
    where section = 'overall' and role = 'share' and subject in ('basic', 'project', 'remitted', 'business_expenditure', 'subsidy', 'closing')
        and (fitted is not null or base != 'unstated')
)
