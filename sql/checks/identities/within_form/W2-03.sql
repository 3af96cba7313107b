-- zh: 收入决算表的其中教育收费应当不大于事业收入
-- en: T2: education fees must be within operating income
-- name: T2_education_fees_within_operating_income
-- tolerance: INEQ
-- severity: warning
-- needs: T2
-- why: 其中项不超过所属项

-- row by row where the form has the column; few units print it
with laid as (
    select report_id, bool_or(column_key = 'education_fees') as has_column
    from checks.form_amount
    where form = 'T2'
    group by report_id
),
absent as (
    select report_id, 'T2' as instance, null::decimal(24, 4) as stated, null::decimal(24, 4) as expected, 'the form has no such column' as hindrance
    from laid
    where not has_column
)
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = 'education_fees', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
semi join (from laid where has_column) as laid using (report_id)
where form = 'T2' and column_key in ('education_fees', 'operating')
union all by name
from two_terms('absent')
