from share_of(['expenditure'], 'expenditure_total')
where amount_ids[1] not in ( -- 基本支出 X 中，工资福利支出 Y，占 P%: of what, the words do not say
    select claim_id from checks.prose_claim where section = 'expenditure' and role = 'share' and subject = 'economic' and fitted is null and base = 'unstated'
)
union all
-- below the heading of both sides, where the words or the figures say what it is a share of
from share_of(['overall'], 'expenditure_total')
where amount_ids[1] in (
    select claim_id from checks.prose_claim
    where section = 'overall' and role = 'share' and subject in ('basic', 'project', 'remitted', 'business_expenditure', 'subsidy', 'closing')
        and (fitted is not null or base != 'unstated')
)
union all
from share_of_listed_amounts('expenditure')
