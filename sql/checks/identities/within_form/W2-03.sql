-- zh: 收入决算表的其中教育收费应当不大于事业收入
-- en: T2: education fees must be within operating income
-- tolerance: INEQ
-- severity: warning
-- needs: T2
-- why: 其中项不超过所属项
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = 'education_fees', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
where form = 'T2' and column_key in ('education_fees', 'operating')
