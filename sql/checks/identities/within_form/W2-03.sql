-- zh: 收入决算表的其中教育收费应当不大于事业收入，收入支出决算总表“其中”所列的一项应当不大于其上的一项
-- en: T2: education fees must be within operating income; T1: what is said to be within a line must not be above it
-- name: T1_T2_parts_within_their_lines
-- tolerance: INEQ
-- severity: warning
-- any_of: T2, T1
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
),
line as (
    select *, last_value(if(starts_with(line, 'within_'), null, row) ignore nulls) over above as whole
    from checks.form_amount
    where form = 'T1' and panel = 'left' and column_key = 'amount'
    window above as (partition by report_id order by row rows between unbounded preceding and current row)
),
within as ( -- 财政拨款收入 … 其中：政府性基金预算财政拨款; 其他收入 … 其中：捐赠收入
    select part.report_id, concat_ws(' ', 'T1', part.line) as instance, part.amount_id as stated_id, part.value_yuan as stated, part.half_step_yuan as stated_half,
        whole.amount_id as expected_id, whole.value_yuan as expected, whole.half_step_yuan as expected_half
    from line as part
    join line as whole on whole.report_id = part.report_id and whole.row = part.whole
    where (part.line, whole.line) in (
        ('within_government_fund', 'fiscal'), ('within_general_budget', 'fiscal'), ('within_donation', 'other'), ('within_education_fees', 'operating')
    )
)
select
    report_id, concat_ws(' ', form, coalesce(code, line), 'r' || row) as instance, code,
    if(column_key = 'education_fees', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from checks.form_amount
semi join (from laid where has_column) as laid using (report_id)
where form = 'T2' and column_key in ('education_fees', 'operating')
union all by name
from two_terms('absent')
union all by name
from two_terms('within')
