-- 文字中合计说到的几项，连同各项与总额 / Amounts that the prose lists and then tells together (两项合计 X，占 P%), with the total told beside them.
-- report_id: report
-- section: section of the prose
-- place: place of what is told together
-- told_as: value where their sum is told, share where their share is
-- listed_id: claim of what is told together
-- together: that amount in 元, or the share
-- together_half: half a unit of its last printed decimal
-- claim_id: claim of one of the amounts, or of the total
-- statement: its statement
-- amount: that amount in 元
-- half: half a unit of its last printed decimal
-- is_total: whether it is the total

-- where the sentence, or else the one before, tells the total and just so many amounts, each in a statement of its own
with total as (
    from (values
        ('income', 'income_total'), ('income', 'income_grand_total'), ('expenditure', 'expenditure_total'), ('expenditure', 'expenditure_grand_total'),
        ('general_structure', 'general_budget'), ('three_public', 'three_public')
    ) as known(section, subject)
),
listed as (
    select claim.*, list_position(['两', '三', '四', '五'], replace(label, '二', '两')) + 1 as count_of_parts
    from checks.prose_claim as claim
    where claim.subject = 'listed_together' and claim.role in ('value', 'share') and (
        coalesce(claim.base, '') in ('', 'unstated') or (claim.section, claim.base) in (from total)
    )
),
said as (
    select
        listed.report_id, listed.section, listed.place, listed.role as told_as, listed.count_of_parts, listed.claim_id as listed_id,
        listed.amount as together, listed.half as together_half, value.claim_id, value.statement, value.amount, value.half,
        (value.section, value.subject) in (from total) as is_total
    from listed
    join checks.prose_claim as value
        on value.report_id = listed.report_id and value.section = listed.section and value.role = 'value' and value.place < listed.place
        and value.statement != listed.statement and value.sentence between listed.sentence - 1 and listed.sentence
    qualify value.sentence = max(value.sentence) over (partition by listed.claim_id)
)
select * exclude (count_of_parts)
from said
window one as (partition by listed_id)
qualify count(*) filter (is_total) over one = 1 and count(*) filter (not is_total) over one = count_of_parts and count(distinct statement) over one = count(*) over one
