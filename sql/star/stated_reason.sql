-- 增减原因：报告对所说增减给出的理由 / Stated reasons: the reason a report gives for what it compares with last year or the budget, in the comparing sentence or the next.
-- report_id: report (star.dim_report), current version
-- statement: what is explained: claims of one subject said in one go share the number (checks.prose_claim)
-- against: what is compared with: prior_year or budget
-- reason: the reason in the normalised words of the report
-- page: page it begins on
-- sentence: its sentence (reading.sentence)
with comparing as (
    select
        compared.report_id, compared.statement, compared.sentence, compared.place, if(compared.role = 'prior' or compared.base = 'prior_year', 'prior_year', 'budget') as against,
        claim.text || claim.counted_in as printed, compared.section
    from checks.prose_claim as compared
    join reading.claim on claim.report_id = compared.report_id and claim.claim_id = compared.claim_id
    where compared.role in ('prior', 'budget', 'completion') or (compared.role in ('change', 'growth', 'direction') and compared.base != '')
),
here as (
    select
        comparing.*, sentence.page, sentence.sentence as said_in,
        regexp_extract(
            sentence.text[strpos(sentence.text, comparing.printed) + len(comparing.printed):],
            '^[^;。]*?' || getvariable('reason_cue') || '([^;。]+)', 1
        ) as reason
    from comparing
    join reading.sentence on sentence.report_id = comparing.report_id and sentence.sentence = comparing.sentence
    where contains(sentence.text, comparing.printed)
),
last as (
    select *
    from comparing
    qualify row_number() over (partition by report_id, sentence order by place desc) = 1
),
after as (
    select
        last.*, sentence.page, sentence.sentence as said_in,
        regexp_extract(sentence.text, '^[^,;。:]{0,4}?' || getvariable('reason_cue') || '([^。]+)', 1) as reason
    from last
    join reading.sentence
        on sentence.report_id = last.report_id and sentence.sentence = last.sentence + 1 and sentence.section = last.section
    anti join comparing as own on own.report_id = sentence.report_id and own.sentence = sentence.sentence
)
select report_id, statement, against, reason, page, said_in as sentence
from (
    select
        * replace (regexp_replace( -- the next comparison or a list begins; a cue of its own stands before the reason
            regexp_replace(reason, ',(与|较|比)(上年|20\d\d年|年初|全年).*$|,其中.*$|,(年末|全年|累计)[^,]*\d.*$', ''), '^.*(原因|情况)[是为:]*', ''
        ) as reason)
    from (from here union all from after)
)
where reason != '' and not regexp_matches(reason, '^(用于|构成|产出)')
qualify row_number() over (partition by report_id, statement, against order by said_in, place desc) = 1
