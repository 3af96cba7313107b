-- Macro for slips of punctuation in the text of a final account or a budget (of_kind).

-- over joined sentences: 。。 ends one sentence and begins the next; a paragraph is one text for its quotation marks; what is quoted is a clause from mark to mark
create or replace macro punctuation_slips(of_kind) as table
with bare as (
    select report_id, sentence, paragraph, page, pieces, text, regexp_replace(printed, '\s', '', 'g') as printed
    from reading.sentence
    anti join (select sha256 as report_id, unnest([page - 1, page]) as page from reading.quarantine where scope = 'gap') as gap using (report_id, page) -- cut there
),
joined as (
    select
        *, printed || coalesce(lead(printed[1]) over (partition by report_id, paragraph order by sentence), '') as whole,
        len(replace(text, '”', '')) - len(replace(text, '“', '')) as left_open
    from bare
),
counted as (
    select *, sum(left_open) over (partition by report_id, paragraph) as unpaired from joined
),
doubtful as (
    select
        report_id, sentence, page, pieces, whole, case
            when regexp_matches(whole, '[，,；;：:、。][，,；;：:、。]') then 'doubled' when regexp_matches(whole, '\d“[.．、]') then 'misplaced'
            when regexp_matches(printed, '”[^“”]*”|^[^“”]*”') then 'not opened' else 'not closed'
        end as kind
    from counted
    where regexp_matches(whole, '[，,；;：:、。][，,；;：:、。]|\d“[.．、]') or (unpaired != 0 and left_open != 0)
),
slip as (
    select *, page_at(pieces, strpos(whole, note) + case kind when 'doubled' then len(note) - 1 when 'not opened' then strpos(note, '”') - 1 else 0 end, page) as page_of -- where the mark is
    from (
        select *, case kind
                when 'doubled' then regexp_extract(whole, '[^，。；、“”]{0,60}[，,；;：:、。][，,；;：:、。]')
                when 'misplaced' then regexp_extract(whole, '\d“[.．、][^“”]*”?')
                when 'not opened' then regexp_extract(whole, '(?:^|”)[^“”]*?([^“”，。；、]{0,60}”[^“”，。；、]{0,60})', 1)
                else regexp_extract(whole, '(“[^“”，。；、]{0,60})[^“”]*(?:“|$)', 1)
            end as note
        from doubtful
    )
),
proof as (
    select
        report.report_id, coalesce('s' || slip.sentence, '') as instance, slip.sentence is not null as stated, 0 as expected, slip.note, slip.page_of as page, map {
            'kind_zh': map_extract_value(map {'doubled': '标点重复', 'misplaced': '前引号位置有误', 'not opened': '缺成对的前引号', 'not closed': '缺成对的后引号'}, slip.kind),
            'kind_en': map_extract_value(map {
                'doubled': 'punctuation is doubled', 'misplaced': 'the opening quotation mark is misplaced',
                'not opened': 'the opening quotation mark is missing', 'not closed': 'the closing quotation mark is missing'
            }, slip.kind)
        } as particulars
    from star.disclosure as report
    left join slip on slip.report_id = report.report_id
    where report.is_current and report.kind = of_kind
)
from two_terms('proof');
