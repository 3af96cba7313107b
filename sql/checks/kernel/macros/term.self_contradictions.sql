-- Macro for what a report says against itself, as the reading noted it.

-- what the reading noted as contradicting itself: another unit (C-23), another spelling of it (C-25), another year (S-02; in the
-- contents S-09), a name that belongs to another code (C-24; only names a disclosure is known to have printed with the code)
-- of_kind: final or budget; what the running text of a budget names besides is no title
create or replace macro contradictions(id, of_kind) as table
with noted as (
    select
        report_id, page, coalesce(nullif(detail, ''), reason) as said, coalesce(
            nullif(regexp_extract(reason, '(?:is printed as|says \w+|writes \w+) (.*?)(?:, the re\w+| for )', 1), ''), detail
        ) as written, regexp_extract(reason, '(?:goes by|names it| for) (.*)$', 1) as known, regexp_extract(reason, '^code (\d+)', 1) as code,
        map_extract_value(map {'heading': '标题', 'table label': '表头', 'table title': '表名'}, regexp_extract(reason, '^(.*) says ', 1)) as place_zh,
        case
            when scope = 'identity' and contains(reason, ' says year ') then 'S-02'
            when scope = 'identity' and contains(reason, 'title writes unit ') then 'C-25'
            when scope = 'identity' and contains(reason, 'contents writes year ') then 'S-09'
            when scope = 'identity' then 'C-23'
            when scope = 'row' and contains(reason, '(disclosure') then 'C-24'
        end as identity_id
    from reading.doubt
),
misread as ( -- names of codes that a recogniser may have misread: whether they are the classification's is not known
    select distinct report_id from reading.doubt where scope = 'row' and contains(reason, ' is read off a picture as ')
),
contradicted as (
    select
        report.report_id, '' as instance, count(noted.said) as stated, 0 as expected,
        string_agg(noted.said, '; ' order by noted.page) as note, min(noted.page) as page,
        if(stated = 0 and count(misread.report_id) > 0, 'reading in doubt', null) as hindrance, map {
            'pages': string_agg(distinct noted.page::varchar, '、' order by noted.page::varchar), 'place_zh': coalesce(min(place_zh), ''), 'place_en': '',
            'written': replace(string_agg(distinct written, '”“' order by written), '”“', if(any_value(noted.identity_id) in ('S-02', 'S-09'), '、', '”“')), 'known': min(known),
            'pairs_zh': array_to_string(list_sort(list_distinct(list(concat('编码', code, '的科目印为“', written, '”，分类科目中该编码为“', known, '”')))), '；'),
            'pairs_en': array_to_string(list_sort(list_distinct(list(concat('code ', code, ' is printed as “', written, '”, the classification names it “', known, '”')))), '; ')
        } as particulars
    from star.disclosure as report
    left join noted on noted.report_id = report.report_id and noted.identity_id = id and (of_kind = 'final' or noted.page is not null)
        and not (id = 'C-23' and noted.place_zh = '标题' and regexp_matches(noted.written, 'XX|××')) -- left of the blank form: S-06 tells it
    left join misread on misread.report_id = report.report_id and id = 'C-24'
    where report.is_current and report.kind = of_kind
    group by report.report_id
)
from two_terms('contradicted');
