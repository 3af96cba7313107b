-- 增减原因：报告对所说增减给出的理由，原话照录 / Stated reasons: the reason a report gives for what it compares with last year or the budget, whole; it stands in the comparing sentence or behind it.
-- report_id: report (star.dim_report), current version
-- statement: what is explained: claims of one subject said in one go share the number (checks.prose_claim)
-- against: what is compared with: prior_year or budget
-- reason: the reason in the normalised words of the report, to its end, over several sentences too (一是…。二是…)
-- page: page it begins on
-- sentence: its sentence (reading.sentence)
with item as ( -- 二是…。三是…。 as sentences of their own
    select *, sentence - row_number() over (partition by report_id, section order by sentence) as run
    from reading.sentence
    where regexp_matches(text, '^([二三四五六七八九]是|其[二三四五六]|第[二三四五六]是)')
),
further as (select report_id, section, min(sentence) as sentence, string_agg(text, '' order by sentence) as text from item group by report_id, section, run),
here as (
    select
        comparing.*, sentence.page, sentence.sentence as said_in, comparing.claims as beside,
        regexp_extract(sentence.text[strpos(sentence.text, comparing.printed) + len(comparing.printed):], '^[^;。]*?' || getvariable('reason_cue') || '(.*)', 1) as words
    from checks.comparing_claim as comparing
    join reading.sentence on sentence.report_id = comparing.report_id and sentence.sentence = comparing.sentence
    where contains(sentence.text, comparing.printed)
),
behind as ( -- a sentence after it names what it explains; the next one need name nothing
    select
        comparing.*, sentence.page, sentence.sentence as said_in, null as beside,
        regexp_extract(sentence.text, '^[^,;。:]{0,40}?' || getvariable('reason_cue') || '(.*)', 1) as words,
        regexp_extract(sentence.text, '^([^,;。:]{0,40}?)' || getvariable('reason_cue'), 1) as names
    from checks.comparing_claim as comparing
    join reading.sentence on sentence.report_id = comparing.report_id and sentence.sentence between comparing.sentence + 1 and comparing.sentence + 6 and sentence.section = comparing.section
    anti join checks.comparing_claim as own on own.report_id = sentence.report_id and own.sentence = sentence.sentence
    where contains(names, named) or (len(names) <= 4 and sentence.sentence = comparing.sentence + 1)
    qualify row_number() over (partition by comparing.report_id, sentence.sentence order by contains(names, named) desc, place desc) = 1
),
said as (
    select
        one.*, concat_ws(
            '。', nullif(whole_reason(words, next_claim(words, beside, place)), ''),
            if(regexp_matches(words, '^(如下)?:?([一其第]|。?$)'), rtrim(further.text, '。'), null)
        ) as reason
    from (from here union all by name from behind) as one
    left join further on further.report_id = one.report_id and further.section = one.section and further.sentence = one.said_in + 1
    where words != '' and not regexp_matches(words, '^(用于|构成|产出)')
)
select report_id, statement, against, reason, page, said_in as sentence
from (
    select *, false as is_repeated from said where reason != ''
    union all by name -- the comparison that stands before, said again to explain it
    select said.* replace (earlier.statement as statement), true
    from said
    join checks.comparing_claim as earlier using (report_id, section, subject, against)
    where said.role = 'direction' and earlier.code is not distinct from said.code and earlier.sentence between said.sentence - 6 and said.sentence - 1 and said.reason != ''
)
qualify row_number() over (partition by report_id, statement, against order by is_repeated, said_in, place desc) = 1
