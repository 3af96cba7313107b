-- zh: 编制说明所比的上年应当不是预算年度本年，项目实施周期应当不在预算年度之前
-- en: Prose of a budget: what the year is compared with must not be the year itself, and no project may end before it
-- name: years_told_fit_the_budget_year
-- tolerance: INT
-- severity: warning
-- why: 预算与以前年度比较；列入预算的项目在当年实施
-- fault_zh: 第{page}页“{quote}”：{kind_zh}
-- fault_en: page {page}, “{quote}”: {kind_en}

-- an adjusted budget is compared with the initial one of its year
with spoken as (
    select
        sentence.*, budget.fiscal_year, lag(sentence.text) over (partition by sentence.report_id order by sentence.sentence) as heading,
        regexp_extract_all(
            sentence.text, '[比较与同和](?:20\d\d)年度?(?:年初|当年)?(?:部门|单位|财政拨款)?预算(?:执行)?数?(?:相比|比较)?,?(?:有所|基本|略有|均|各)?(?:增|减|持平|下降|上升|提高|降低|相同|一致)'
        ) as compared
    from reading.sentence as sentence
    join star.dim_budget as budget on budget.report_id = sentence.report_id and budget.is_current and budget.phase = 'initial'
),
comparison as (
    select *, unnest(compared) as found, generate_subscripts(compared, 1) as position, 'compared' as kind from spoken
),
period as (
    select *, regexp_extract(text, '^(?:实施周期:)?(?:自|从)?(20\d\d年.*20\d\d年[^,;。]*)', 1) as found, 1 as position, 'period' as kind
    from spoken
    where regexp_matches(coalesce(heading, ''), '实施周期:?$') or starts_with(text, '实施周期:')
),
told as (
    select *, list_max(regexp_extract_all(found, '20\d\d')::integer[]) as said
    from (from comparison union all by name from period)
    where found != ''
),
years as (
    select
        report_id, concat_ws(' ', 's' || sentence, position) as instance, said as stated, case
            when kind = 'compared' and said = fiscal_year then fiscal_year - 1 when kind = 'period' and said < fiscal_year then fiscal_year else said
        end as expected, coalesce(nullif(regexp_extract(regexp_replace(printed, '\s', '', 'g'), '[^，；。、：]*' || regexp_escape(found) || '[^，；。、：]*'), ''), found) as note,
        page_at(pieces, strpos(text, found), page) as page, map {
            'kind_zh': if(kind = 'compared', concat('所比的上年写作预算年度本年', said, '年'), concat('项目实施周期止于', said, '年，在预算年度', fiscal_year, '年之前')),
            'kind_en': if(kind = 'compared', concat('the year before is written ', said, ', which is the year of the budget'), concat('the project ends in ', said, ', before the year of the budget, ', fiscal_year))
        } as particulars
    from told
)
from two_terms('years')
