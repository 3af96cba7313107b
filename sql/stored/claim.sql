-- 正文陈述，存放形式 / Claims of the prose as they lie in the file; people ask reading.claim, a view of it.
-- report_id: report
-- number: place among the claims of its report, from -1 downwards
-- place: order in the report as its id has it
-- own_id: claim_id, where it is not what page and place give
-- page: page
-- bbox: box
-- sentence: sentence
-- statement: statement
-- section: section
-- subject: subject
-- label: the subject as named
-- code: code
-- role: role
-- direction: direction
-- base: what is compared with
-- text: number as printed
-- value: number
-- decimals: decimals
-- counted_in: unit
-- value_yuan: money in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元
-- fitted: the reading the figures bear out
-- fits: whether any reading fits
-- doubts: doubts
-- origin: prose or ocr
with told as (
    select *, try_cast(split_part(claim_id, '-n', 2) as integer) as place
    from reading.claim
)
select
    report_id, (-row_number() over (partition by report_id order by claim_id))::integer as number, place,
    if(claim_key(report_id, page, place) is distinct from claim_id, claim_id, null) as own_id, page, bbox, sentence, statement, section, subject,
    label, code, role, direction, base, text, value, decimals, counted_in, value_yuan, half_step_yuan, fitted, fits, doubts, origin
from told
order by report_id, number
