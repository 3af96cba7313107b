-- zh: 所比的年份应当为上年
-- en: Prose: the year compared with must be the year before
-- name: compared_with_the_year_before
-- tolerance: INT
-- severity: warning
-- silent: nothing printed to compare with
-- why: 决算说明与上年度比较；上年报告的文字未更新
-- fault_zh: 第{page}页“{clause}”：写作{written}，应为{due}
-- fault_en: page {page}, “{clause}”: {written} is written, it should be {due}

-- in a report that compares with the year before by its number elsewhere; what is compared with a budget is of its own year, older years may tell a history
with said as (
    select
        sentence.report_id, sentence.sentence, sentence.text, sentence.printed, sentence.page, sentence.pieces, report.fiscal_year - 1 as due,
        unnest(regexp_extract_all(sentence.text, '(?:^|[^参])([与比较]20\d\d年[^,;。:、]*)', 1)) as clause, generate_subscripts(regexp_extract_all(sentence.text, '(?:^|[^参])([与比较]20\d\d年[^,;。:、]*)', 1), 1) as position
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current and report.kind = 'final'
    where sentence.section in ('overall', 'income', 'expenditure', 'fiscal_overall', 'general_budget', 'general_items', 'three_public', 'running_costs')
),
compared as (
    select *, regexp_extract(clause, '20\d\d')::int as stated
    from said
    where regexp_matches(clause, '^.20\d\d年度?(的|部门)?(决算|支出|收入|相比|增|减|上升|下降|持平|数)') and not contains(clause, '预算')
),
years as (
    select
        report_id, concat_ws(' ', 's' || sentence, position) as instance, stated, due as expected, printed as note, page_at(pieces, strpos(text, clause), page) as page,
        map {'clause': clause, 'written': stated || '年', 'due': due || '年'} as particulars
    from compared
    where stated >= due - 1
        and (stated = due or not contains(text, due || '年')) -- two years side by side
    qualify count_if(stated = due) over (partition by report_id) > 1
)
from two_terms('years')
