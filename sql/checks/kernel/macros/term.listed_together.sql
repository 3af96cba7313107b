-- Macros for what several parts are together (两项合计 X，占 P%): against the shares of those parts, and their amounts.

-- share of several parts together against the share of each, where the sentence tells the total and just so many parts, each with its share
create or replace macro share_of_listed(s, totals) as table
with listed as (
    select *, list_position(['两', '三', '四', '五'], label) + 1 as count_of_parts
    from checks.prose_claim
    where section = s and subject = 'listed_together' and role = 'share' and list_contains(list_append(totals, 'unstated'), base)
),
said as ( -- in its own sentence, else in the one before
    select listed.claim_id as listed_id, listed.count_of_parts, value.report_id, value.statement, value.sentence, list_contains(totals, value.subject) as is_total
    from listed
    join checks.prose_claim as value
        on value.report_id = listed.report_id and value.section = s and value.role = 'value' and value.place < listed.place
        and value.sentence between listed.sentence - 1 and listed.sentence
    qualify value.sentence = max(value.sentence) over (partition by listed.claim_id)
),
part as (
    select said.listed_id, share.report_id, share.claim_id, share.amount, share.half
    from said
    join checks.prose_claim as share on share.report_id = said.report_id and share.statement = said.statement and share.role = 'share'
    where not said.is_total
),
complete as (
    select said.listed_id
    from said
    group by said.listed_id, said.count_of_parts
    having count(*) filter (said.is_total) = 1 and count(*) filter (not said.is_total) = said.count_of_parts
        and count(distinct said.statement) = count(*) and said.count_of_parts = (select count(*) from part where part.listed_id = said.listed_id)
)
select report_id, concat_ws(' ', '几项合计', place) as instance, null::varchar as code, 'total' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from listed
where claim_id in (from complete)
union all
select part.report_id, concat_ws(' ', '几项合计', listed.place), null, 'part', 1, part.claim_id, part.amount, part.half
from part
join listed on listed.claim_id = part.listed_id
where part.listed_id in (from complete);

-- sum of several amounts together: 财政拨款收入 X，事业收入 Y，两项合计 Z
create or replace macro sum_of_listed(s) as table
select report_id, concat_ws(' ', '几项合计额', place) as instance, null::varchar as code, 'part' as side, 1 as weight, claim_id as amount_id, amount as value_yuan, half as half_step_yuan
from checks.listed_amount
where section = s and told_as = 'value' and not is_total
union
select report_id, concat_ws(' ', '几项合计额', place), null, 'total', 1, listed_id, together, together_half
from checks.listed_amount
where section = s and told_as = 'value';
