-- zh: 公开的报告应当没有表样的填写说明和未填的空位
-- en: No instruction or unfilled place of the blank form must be left in the text
-- name: no_text_of_the_blank_form_left
-- tolerance: INT
-- severity: warning
-- why: 表样供填写用，不应公开
-- fault_zh: 第{page}页留有表样的文字“{quote}”
-- fault_en: page {page} keeps words of the blank form: “{quote}”

-- literal first: a pattern out of a table is compiled anew for every row it is tried on
with residue as (
    select
        sentence.report_id, sentence.sentence, sentence.printed,
        min(page_at(sentence.pieces, strpos(sentence.text, pattern.literal), sentence.page)) as page
    from reading.sentence as sentence
    join reference.residue as pattern on contains(sentence.text, pattern.literal) and regexp_matches(sentence.text, pattern.pattern)
    group by sentence.report_id, sentence.sentence, sentence.printed
),
kept as (
    select
        report.report_id, coalesce('s' || residue.sentence, '') as instance, residue.sentence is not null as stated, 0 as expected,
        residue.printed as note, residue.page
    from star.dim_report as report
    left join residue on residue.report_id = report.report_id
    where report.is_current
)
from two_terms('kept')
