-- 科目沿革 / Successors of functional codes: a code dropped with a year's classification whose name comes back under one other code in the next.
-- fiscal_year: first fiscal year of the new code
-- old_code: code of the years before
-- new_code: code from that year on
with dropped as (
    select name, last_year + 1 as fiscal_year, any_value(code) as code
    from reference.functional_classification
    where last_year is not null and len(code) = 7
    group by name, last_year
    having count(*) = 1
),
begun as (
    select name, first_year as fiscal_year, any_value(code) as code
    from reference.functional_classification
    where first_year is not null and len(code) = 7
    group by name, first_year
    having count(*) = 1
)
select fiscal_year, dropped.code as old_code, begun.code as new_code
from dropped
join begun using (name, fiscal_year)
where dropped.code != begun.code
