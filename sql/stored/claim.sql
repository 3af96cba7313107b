-- 正文陈述，存放形式 / Claims of the prose as they lie in the file; people ask reading.claim, a view of it.
-- report: report (stored.report), by which the search of the desk knows it
-- report_id: report
-- number: number of the claim among all that is printed, by which terms and tokens name it
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
-- decimals: decimals
-- counted_in: unit
-- is_own: whether number, value and half step in 元 do not follow from text, decimals and unit, and stand here
-- own_value: number then
-- own_yuan: money in 元 then
-- own_half_yuan: half step in 元 then
-- fitted: the reading the figures bear out
-- fits: whether any reading fits
-- doubts: doubts
-- origin: prose or ocr
with told as (
    select
        *, try_cast(split_part(claim_id, '-n', 2) as integer) as place, (
            number_of(text) is distinct from value or in_yuan(text, counted_in) is distinct from value_yuan
            or half_in_yuan(decimals, counted_in) is distinct from half_step_yuan
        ) as is_own
    from reading.claim
)
select
    printed.report, told.report_id, printed.number, told.place, if(claim_key(told.report_id, told.page, told.place) is distinct from told.claim_id, told.claim_id, null) as own_id,
    told.page, told.bbox, told.sentence, told.statement, told.section, told.subject, told.label, told.code, told.role, told.direction, told.base,
    told.text, told.decimals, told.counted_in, told.is_own, if(told.is_own, told.value, null) as own_value, if(told.is_own, told.value_yuan, null) as own_yuan,
    if(told.is_own, told.half_step_yuan, null) as own_half_yuan, told.fitted, told.fits, told.doubts, told.origin
from told
join number_in_order as printed on printed.amount_id = told.claim_id
order by printed.number
