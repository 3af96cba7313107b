-- 部门预算支出经济分类维（类/款），按年度有效 / Economic classification of department budgets by year.
-- economic_key: key of the row: code and first year
-- economic_code: 3 or 5 digits
-- economic_name: name in force
-- level: 类 or 款
-- class_code: code of its 类
-- valid_from: first fiscal year this row is looked up for
-- valid_to: last fiscal year this row is looked up for
-- source: where code and name are attested; printed: only reports print it
with rows as (
    select code, name, first_year, last_year, source
    from reference.economic_classification
    where system = '部门预算经济分类'
    union all
    select amount.code, mode(amount.row_label order by amount.row_label), null, null, 'printed'
    from reading.amount
    where amount.form in ('T6', 'U6', 'B9') and amount.code is not null and amount.code not in (
        select code from reference.economic_classification where system = '部门预算经济分类'
    )
    group by amount.code
    union all
    select amount.code, mode(amount.row_label order by amount.row_label), null, null, 'printed'
    from reading.amount
    where amount.form in ('P6', 'PU6') and amount.code is not null and not amount.is_held
        and amount.code not in (select code from reference.economic_classification where system = '部门预算经济分类')
        and amount.code not in (select code from reading.amount where form in ('T6', 'U6', 'B9') and code is not null)
    group by amount.code
),
ordered as (
    select *, row_number() over by_year as place, lead(first_year) over by_year as next_year
    from rows
    window by_year as (partition by code order by coalesce(first_year, 0), coalesce(last_year, 9999))
)
select
    code || ':' || coalesce(first_year, 0) as economic_key, code as economic_code, name as economic_name,
    if(len(code) = 3, '类', '款') as level, code[:3] as class_code, if(place = 1, 0, first_year) as valid_from,
    coalesce(next_year - 1, 9999) as valid_to, source
from ordered
