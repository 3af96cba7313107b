-- zh: 编制说明所比的上年应当不是预算年度本年，项目实施周期应当不在预算年度之前，资产的截至日期应当在预算年度开始以前、不早于上上年
-- en: Prose of a budget: what the year is compared with must not be the year itself, no project may end before it, and assets are not told as of its end or of years long past
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
dated as ( -- of assets; a plan for the end of the year tells no stock of them
    select * replace (unnest(found) as found), 100 + generate_subscripts(found, 1) as position, 'dated' as kind
    from (
        select *, list_distinct(regexp_extract_all(text, '截[至止]到?20\d\d年(?:度?[底末]|\d{1,2}月)')) as found
        from spoken
        where section = 'assets' and not regexp_matches(text, '预计|计划|力争|预期|将[达新]')
    )
),
told as (
    select *, list_max(regexp_extract_all(found, '20\d\d')::integer[]) as said
    from (from comparison union all by name from period union all by name from dated)
    where found != ''
),
years as (
    select
        report_id, concat_ws(' ', 's' || sentence, position) as instance, said as stated, case
            when kind = 'compared' and said = fiscal_year then fiscal_year - 1 when kind = 'period' and said < fiscal_year then fiscal_year
            when kind = 'dated' and (said < fiscal_year - 2 or said > fiscal_year or said = fiscal_year and regexp_matches(found, '[底末]$|年12月$')) then fiscal_year - 1 else said
        end as expected, coalesce(nullif(regexp_extract(regexp_replace(printed, '\s', '', 'g'), '[^，；。、：]*' || regexp_escape(found) || '[^，；。、：]*'), ''), found) as note,
        page_at(pieces, strpos(text, found), page) as page, map {
            'kind_zh': case kind
                when 'compared' then concat('所比的上年写作预算年度本年', said, '年') when 'period' then concat('项目实施周期止于', said, '年，在预算年度', fiscal_year, '年之前')
                else concat('资产截至', said, '年，预算年度为', fiscal_year, '年')
            end,
            'kind_en': case kind
                when 'compared' then concat('the year before is written ', said, ', which is the year of the budget')
                when 'period' then concat('the project ends in ', said, ', before the year of the budget, ', fiscal_year)
                else concat('assets are told as of ', said, ', and the year of the budget is ', fiscal_year)
            end
        } as particulars
    from told
)
from two_terms('years')
