-- Macro for names of the classification that are older than the year.

-- names printed with their level, or quoted before an amount, that the classification had in other years only; of_kind: final or budget
create or replace macro older_names(of_kind) as table
with spelled as (
    select
        sentence.report_id, report.fiscal_year, page_at(sentence.pieces, strpos(sentence.text, found), sentence.page) as page, ltrim(found, '、') as name
    from reading.sentence as sentence
    join star.disclosure as report on report.report_id = sentence.report_id and report.is_current and report.kind = of_kind and report.table_set != 'university'
    cross join unnest(regexp_extract_all(sentence.text, '([一-龥、]+)[”"]?\((?:\d{2,3})?(类|款|项)\)', 1)) as names(found)
    where sentence.section in ('general_structure', 'general_items', 'general_budget', 'government_fund', 'state_capital')
        or of_kind = 'budget' and sentence.section in ('overall', 'expenditure', 'fiscal_overall')
    union all
    select claim.report_id, claim.fiscal_year, page_of(claim.claim_id), claim.label
    from checks.prose_claim as claim -- of final accounts
    where of_kind = 'final' and claim.section in ('general_structure', 'general_items', 'government_fund', 'state_capital') and claim.subject = 'function' and claim.role = 'value'
),
known as (
    select function_code, regexp_replace(replace(replace(function_name, '（', '('), '）', ')'), '支出$', '') as bare, coalesce(first_year, 0) as first_year, if(contains(source, '?'), 9999, coalesce(last_year, 9999)) as last_year -- an end that is not sure makes no name old
    from star.dim_function
    where source != 'printed' and function_code != 'all'
),
older as (
    select
        spelled.report_id, spelled.name, min(spelled.page) as page,
        bool_and(known.last_year < spelled.fiscal_year) and count(current.function_code) > 0 as is_older, max(current.function_name) as name_now
    from spelled
    join known on known.bare = regexp_replace(spelled.name, '支出$', '')
    left join star.dim_function as current
        on current.function_code = known.function_code and spelled.fiscal_year between current.valid_from and current.valid_to
        and coalesce(current.last_year, 9999) >= spelled.fiscal_year
    group by spelled.report_id, spelled.name
)
select
    report_id, '' as instance, count(*) filter (is_older) as stated, 0 as expected,
    string_agg(name, '、' order by page, name) filter (is_older) as note, min(page) filter (is_older) as page, map {'names': string_agg(
        concat(page_zh(page, sheet), '“', name, '”', '（现为“' || name_now || '”）'), '、' order by page, name
    ) filter (is_older), 'names_en': string_agg(concat('“', name, '” (', page_en(page, sheet), ', now “' || name_now || '”', ')'), ', ' order by page, name) filter (is_older)
    } as particulars
from older
left join (select report_id, page, name as sheet from reading.page) as named using (report_id, page)
group by report_id;
