-- zh: 绩效自评的项目数应当前后一致
-- en: Prose: projects whose self-evaluation is shown must be counted alike wherever they are counted
-- name: projects_are_counted_alike
-- tolerance: INT
-- severity: error
-- why: 同一事实
-- silent: nothing is said twice
-- fault_zh: 绩效自评的项目第{first_page}页为{expected}个，第{page}页为{stated}个
-- fault_en: self-evaluated projects: {expected} on page {first_page}, {stated} on page {page}

-- “在部门决算中反映…等N个(一级)项目的绩效自评结果” said before the list and at its head
with counted as (
    select
        report_id, sentence, page, name as sheet, printed,
        regexp_extract(text, '决算中反映.{0,60}?(\d+)个(一级|二级)?项目的?绩效自评', 1) as projects
    from reading.sentence
    left join reading.page using (report_id, page)
    where section = 'performance' and contains(text, '绩效自评') and contains(text, '决算中反映')
),
first as (
    select * from counted where projects != '' qualify row_number() over (partition by report_id order by sentence) = 1
),
again as (
    select
        counted.report_id, 's' || counted.sentence as instance, try_cast(counted.projects as integer) as stated, try_cast(first.projects as integer) as expected, counted.page,
        page_zh(first.page, first.sheet) || trim(first.printed) || page_zh(counted.page, counted.sheet) || trim(counted.printed) as note,
        map {'first_page': first.page::varchar} as particulars
    from counted
    join first on first.report_id = counted.report_id and first.sentence < counted.sentence
    where counted.projects != ''
)
from two_terms('again')
