from share_of(['income'], 'income_total')
union all
-- below the heading of both sides, where the words or the figures say what it is a share of
from share_of(['overall'], 'income_total')
where amount_ids[1] in (
    select claim_id from checks.prose_claim
    where section = 'overall' and role = 'share' and (starts_with(subject, 'income_') or subject = 'opening') and (fitted is not null or base != 'unstated')
)
union all
from share_of_listed_amounts('income')
