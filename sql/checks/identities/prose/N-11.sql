-- zh: 基本支出说明列出的经济科目在基本支出决算表中应当有数
-- en: Prose: every economic item named with basic expenditure must have an amount in T6
-- name: named_economic_items_stand_in_T6
-- tolerance: INT
-- severity: warning
-- needs: T6
-- why: 说明与表列示同样的科目
-- fault_zh: 第{page}页说明列有{items}，第{table_page}页基本支出决算表中没有数或为0[；表中有数的{unlisted}说明未列]
-- fault_en: page {page} names {items}, of which the form of basic expenditure (page {table_page}) has no amount, or 0[; {unlisted} of the form is not named]

-- economic items named where basic expenditure is told: none without an amount in T6; a list most of whose items have none
-- explains the terms in general and says nothing of the report
with piece as (
    select report.report_id, report.fiscal_year, sentence.page, unnest(regexp_split_to_array(sentence.text, '[、,;]')) as words
    from reading.sentence as sentence
    join star.dim_report as report on report.report_id = sentence.report_id and report.is_current
    where sentence.section = 'basic'
),
begun as (
    select * replace (words[unnest(list_filter(range(1, len(words) + 1), lambda i: i = 1 or contains(':(和及', words[i - 1]))):] as words) from piece
),
ended as (
    select * replace (words[1:unnest(list_filter(range(1, len(words) + 1), lambda i: i = len(words) or contains('。)等', words[i + 1])))] as words) from begun
),
named as (
    select ended.report_id, economic.economic_name as name, min(ended.page) as page, list(distinct economic.economic_code) as codes
    from ended
    join star.dim_economic as economic
        on replace(replace(economic.economic_name, '（', '('), '）', ')') = ended.words and len(economic.economic_code) = 5
        and ended.fiscal_year between economic.valid_from and economic.valid_to
    group by all
),
item as (
    select
        named.*, exists (
            from checks.form_amount as cell
            where cell.report_id = named.report_id and cell.form = 'T6' and list_contains(named.codes, cell.code) and cell.value_yuan != 0
        ) as has_amount
    from named
),
missing as (
    select
        item.report_id, 'T6' as instance, count(*) filter (not has_amount) as stated, 0 as expected,
        string_agg(name, '、' order by name) filter (not has_amount) as note, min(item.page) as page,
        if(3 * count(*) filter (has_amount) < 2 * count(*), 'a general list of items', null) as hindrance, map {
            'items': '“' || string_agg(name, '”“' order by name) filter (not has_amount) || '”', 'table_page': min(form.page)::varchar,
            'unlisted': coalesce(min(unlisted.items), '')
        } as particulars
    from item
    join (select report_id, min(page) as page from reading.amount where form = 'T6' group by report_id) as form on form.report_id = item.report_id
    left join economic_items_unsaid() as unlisted on unlisted.report_id = item.report_id
    join checks.form_status as status on status.report_id = item.report_id and status.form = 'T6' and status.status = 'filled'
    group by item.report_id
)
from two_terms('missing')
