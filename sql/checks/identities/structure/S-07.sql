-- zh: 标点应当不重复，引号应当成对
-- en: Prose: punctuation must not be doubled, quotation marks must be paired
-- tolerance: INT
-- severity: info
-- why: 文字校对
-- fault_zh: 第{page}页「{note}」{kind_zh}
-- fault_en: page {page}, 「{note}」: {kind_en}

-- over joined sentences: 。。 ends one sentence and begins the next; a paragraph is one text for its quotation marks
with bare as (
    select report_id, sentence, paragraph, page, text, regexp_replace(printed, '\s', '', 'g') as printed
    from reading.sentence
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
slip as (
    select
        report_id, sentence, page,
        coalesce(
            nullif(regexp_extract(whole, '.{0,16}([，,；;：:、。][，,；;：:、。]|\d“[.．、]).{0,6}'), ''),
            regexp_extract(printed, '”[^“”]*”.{0,6}|“[^“”]*“.{0,6}|^[^“”]*”.{0,6}|.{0,6}“[^“”]*$')
        ) as note, regexp_matches(whole, '[，,；;：:、。][，,；;：:、。]') as is_doubled
    from counted
    where regexp_matches(whole, '[，,；;：:、。][，,；;：:、。]|\d“[.．、]') or (unpaired != 0 and left_open != 0)
),
proof as (
    select
        report.report_id, coalesce('s' || slip.sentence, '') as instance, slip.sentence is not null as stated, 0 as expected, slip.note, slip.page, map {
            'kind_zh': if(is_doubled, '标点重复', '引号有误'), 'kind_en': if(is_doubled, 'punctuation is doubled', 'a quotation mark is wrong')
        } as particulars
    from star.dim_report as report
    left join slip on slip.report_id = report.report_id
    where report.is_current
)
from two_terms('proof')
