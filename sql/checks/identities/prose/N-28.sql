-- zh: 截至日期的年份为决算年度
-- en: Prose: 截至…年12月31日 names the fiscal year
-- tolerance: INT
-- severity: warning
-- why: 年末数应为本年年末
with dated as (
    select
        sentence.report_id, sentence.sentence, sentence.printed, sentence.page, report.fiscal_year,
        regexp_extract_all(sentence.text, '截[至止](20\d\d)年12月31日', 1) as years
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current
    where sentence.section in ('assets', 'performance', 'three_public')
)
select report_id, concat_ws(' ', 's' || sentence, position) as instance, null as code, side, 1 as weight, null as amount_id,
    if(side = 'total', years[position]::int, fiscal_year) as value_yuan, 0 as half_ulp_yuan, printed as note, page
from dated, unnest(range(1, len(years) + 1)) as places(position), (values ('total'), ('part')) as sides(side)
