-- zh: 截至日期的年份应当为决算年度
-- en: Prose: an end of the year (截至…年12月31日, …年末) must name the fiscal year
-- name: closing_date_is_of_the_year
-- tolerance: INT
-- severity: warning
-- why: 年末数应为本年年末
-- silent: no end of the year written
-- fault_zh: 第{page}页“{clause}”：写作{written}，应为{due}
-- fault_en: page {page}, “{clause}”: {written} is written, it should be {due}

-- until: 截至 stands before it; otherwise it begins a clause, so that no 较 or 比 stands before it
with dated as (
    select
        sentence.report_id, sentence.sentence, sentence.section, sentence.printed, sentence.page, sentence.pieces, sentence.text, report.fiscal_year,
        regexp_extract_all(sentence.text, '(?:^|[,;:。、()]|截[至止]到?)20\d\d年(?:12月31日|12月[底末]|年?[底末]|度末)[^,;。]{0,6}') as ends
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current
    where sentence.section in ('assets', 'performance', 'three_public', 'units', 'profile')
        or regexp_matches(sentence.text, '截[至止]到?20\d\d年12月31日,?(本(部门|单位|年度?))?(年末|期末)') -- 截至2021年12月31日，年末结转和结余…
),
year_end as (
    select
        *, unnest(ends) as said, generate_subscripts(ends, 1) as position,
        regexp_extract(said, '(20\d\d)年(12月31日|12月[底末]|年?[底末]|度末)', ['year', 'day']) as found
    from dated
),
judged as (
    select *, found.year::int as stated, found.year || '年' || found.day as written, '(截[至止]到?)?' || written || '[，,]?[^，。；：、,]*' as clause
    from year_end
    where
        case -- the day is a date of the books; 年末 may tell a history, unless the sentence says what the unit has
            when section not in ('units', 'profile') and said like '截%' and found.day = '12月31日' then true
            else section != 'performance' and regexp_matches(text, '车辆|保有量|资产|设备|房屋|面积|编制|在职|实有|离休|退休')
        end
        and not regexp_matches(said, '[底末日](以?之?前|的?结[转余]|的?相比|的?增|的?减)')
    -- a sentence that names the right end too sets two years side by side
    qualify stated = fiscal_year or not coalesce(bool_or(stated = fiscal_year) over (partition by report_id, sentence), false)
),
dates as (
    select
        report_id, concat_ws(' ', 's' || sentence, position) as instance, stated, fiscal_year as expected, printed as note,
        page_at(pieces, strpos(text, written), page) as page,
        map {
            'clause': coalesce(nullif(regexp_extract(regexp_replace(printed, '\s', '', 'g'), clause), ''), regexp_extract(text, clause)),
            'written': written, 'due': fiscal_year || '年' || found.day
        } as particulars
    from judged
)
from two_terms('dates')
