-- zh: 预算的封面、标题、各表的年度应当一致
-- en: Budget: cover, headings and tables must name the same fiscal year
-- name: fiscal_year_is_the_same_everywhere_in_a_budget
-- tolerance: INT
-- severity: error
-- why: 一份报告只有一个年度
-- fault_zh: 第{pages}页{place_zh}写作{written}年度，报告为{known}年度
-- fault_en: page {pages}{place_en}: {written} is written, the report is of {known}

-- not where as many titles of its forms name another year: then it may be the cover that is wrong
with titled as (
    select form.report_id, count(*) filter (contains(form.title, report.fiscal_year || '年')) as as_due, count(*) filter (regexp_matches(form.title, '^20\d\d年')) as dated
    from reading.form
    join star.dim_budget as report using (report_id)
    group by form.report_id
),
said as (
    from budget_years_left()
)
select contradicted.*
from contradictions('S-02', 'budget') as contradicted
left join titled using (report_id)
where coalesce(dated = 0 or 2 * as_due > dated, true)
union all by name
from two_terms('said')
