-- zh: 截至日期的年份应当为决算年度
-- en: Prose: 截至…年12月31日 must name the fiscal year
-- name: closing_date_is_of_the_year
-- tolerance: INT
-- severity: warning
-- why: 年末数应为本年年末
-- silent: no date of 31 December written
-- fault_zh: 第{page}页“{clause}”：写作{stated}年12月31日，应为{expected}年12月31日
-- fault_en: page {page}, “{clause}”: 31 December {stated} is written, it should be that of {expected}
with dated as (
    select
        sentence.report_id, sentence.sentence, sentence.printed, sentence.page, sentence.pieces, sentence.text, report.fiscal_year,
        regexp_extract_all(sentence.text, '截[至止](20\d\d)年12月31日', 1) as years
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current
    where sentence.section in ('assets', 'performance', 'three_public')
),
year_end as (
    select report_id, concat_ws(' ', 's' || sentence, position) as instance, years[position]::int as stated, fiscal_year as expected, printed as note,
        page_at(pieces, strpos(text, years[position] || '年12月31日'), page) as page, map {'clause': regexp_extract(regexp_replace(printed, '\s', '', 'g'), '截[至止]' || years[position] || '年12月31日[，,]?[^，。；：、,]*')} as particulars
    from dated, unnest(range(1, len(years) + 1)) as places(position)
)
from two_terms('year_end')
