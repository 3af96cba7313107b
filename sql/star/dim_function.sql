-- 支出功能分类维（类/款/项），按年度有效 / Functional classification by year: reference rows, codes only reports print, and one row (all) for totals the prose does not split.
-- function_key: key of the row: code and first year
-- function_code: 3, 5 or 7 digits
-- function_name: name in force
-- level: 类, 款 or 项; 合计 for the row of all functions
-- class_code: code of its 类
-- group_code: code of its 款, null for a 类
-- valid_from: first fiscal year this row is looked up for
-- valid_to: last fiscal year this row is looked up for
-- first_year: first year by the reference, null if not determined
-- last_year: last year by the reference, null if in force
-- cofog_division: COFOG division of its 类
-- source: where code and name are attested: disclosure (printed together in a report), namepath, sample-data, table-2009, knowledge (compiled, verify), ? (uncertain), printed (only reports print it)
with rows as (
    select code, name, first_year, last_year, source from reference.functional_classification
    union all
    select amount.code, mode(amount.row_label order by amount.row_label), null, null, 'printed'
    from reading.amount
    where amount.form in ('T2', 'T3', 'T5', 'T8', 'T9', 'U4', 'B5') and amount.code is not null
        and amount.code not in (select code from reference.functional_classification)
    group by amount.code
    union all
    select amount.code, mode(amount.row_label order by amount.row_label), null, null, 'printed'
    from reading.amount
    where amount.form in ('P2', 'P3', 'P5', 'P8', 'P9', 'PU4') and amount.code is not null and not amount.is_held
        and amount.code not in (select code from reference.functional_classification)
        and amount.code not in (
            select code from reading.amount where form in ('T2', 'T3', 'T5', 'T8', 'T9', 'U4', 'B5') and code is not null
        )
    group by amount.code
),
ordered as (
    select *, row_number() over by_year as place, lead(first_year) over by_year as next_year
    from rows
    window by_year as (partition by code order by coalesce(first_year, 0), coalesce(last_year, 9999))
)
select
    ordered.code || ':' || coalesce(ordered.first_year, 0) as function_key, ordered.code as function_code,
    ordered.name as function_name, case len(ordered.code) when 3 then '类' when 5 then '款' else '项' end as level,
    ordered.code[:3] as class_code, if(len(ordered.code) > 3, ordered.code[:5], null) as group_code,
    if(ordered.place = 1, 0, ordered.first_year) as valid_from, coalesce(ordered.next_year - 1, 9999) as valid_to,
    ordered.first_year, ordered.last_year, cofog.cofog_division, ordered.source
from ordered
left join reference.cofog_mapping as cofog on cofog.class_code = ordered.code[:3]
union all
select 'all:0', 'all', '未按功能分类列示', '合计', 'all', null, 0, 9999, null, null, null, 'total'
