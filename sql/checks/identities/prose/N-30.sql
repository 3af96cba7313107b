-- zh: 名词解释中的项级科目在表中应当有数
-- en: Prose: every 项 the glossary explains must be in some form
-- name: glossary_items_stand_in_a_form
-- tolerance: INT
-- severity: info
-- why: 表样残留的名词会说到本单位没有的科目
-- silent: no item is explained
-- fault_zh: 第{page}页起的名词解释有{items}，报告各表没有这些科目的数
-- fault_en: from page {page} the glossary explains {items}, of which no form has an amount

-- functional items the glossary explains although no form has them
with explained as ( -- the words before (项), and those of names that have signs of their own in them: 其他政府办公厅（室）及相关机构事务支出
    select report_id, page, text, regexp_replace(unnest(regexp_extract_all(text, '([^、,，。:;()（）]+)[(（]项[)）]', 1)), '^\d{1,2}[.．]', '') as name -- 2.机关服务（项）
    from reading.sentence
    where section = 'glossary' or regexp_matches(text, '[(（]项[)）]:(是?指|反映)')
),
signed as (
    select name, list({'name': function_name, 'words': words} order by len(words) desc) as wholes
    from (
        select distinct function_name, translate(function_name, '（）', '()') || '(项)' as words, regexp_extract(words, '([^、,，。:;()（）]+)[(（]项[)）]$', 1) as name
        from star.dim_function
        where len(function_code) = 7 and regexp_matches(function_name, '[、,，:;()（）]')
    )
    group by name
),
named as (
    select
        explained.report_id, min(explained.page) as page,
        coalesce(list_filter(signed.wholes, lambda whole: contains(explained.text, whole['words']))[1].name, explained.name) as name
    from explained
    left join signed on signed.name = explained.name
    group by all
),
printed as (
    select distinct amount.report_id, function.function_name as name
    from reading.amount
    join star.dim_report as report on report.report_id = amount.report_id and report.is_current
    join star.dim_function as function
        on function.function_code = amount.code -- under any name it ever had: an older one is N-36's
    where amount.form in ('T2', 'T3', 'T5', 'T8', 'T9', 'U4', 'B5') and len(amount.code) = 7
),
missing as (
    select
        named.report_id, '' as instance, count(*) filter (printed.name is null) as stated, 0 as expected,
        string_agg(named.name, '、' order by named.name) filter (printed.name is null) as note, min(named.page) as page,
        map {'items': '“' || string_agg(named.name, '”“' order by named.name) filter (printed.name is null) || '”'} as particulars
    from named
    join star.dim_report as report on report.report_id = named.report_id and report.is_current and report.table_set != 'none'
    left join printed on printed.report_id = named.report_id and printed.name = named.name
    anti join ( -- a row may stand on a page that is missing, or in a part of a form that was not read
        select sha256 as report_id from reading.quarantine where scope = 'gap' or scope = 'table' and coalesce(form in ('T2', 'T3', 'T5', 'T8', 'T9', 'U4', 'B5'), true)
    ) as gap on gap.report_id = named.report_id
    group by named.report_id
)
from two_terms('missing')
