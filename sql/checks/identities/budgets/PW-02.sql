-- zh: 收支预算总表、财政拨款收支预算总表与部门收入预算表中，“其中”所列的一项应当不大于其上的一项
-- en: P1, P4 and P2 printed as lines: what is said to be within a line must not be above it
-- name: P1_P2_P4_parts_within_their_lines
-- tolerance: INEQ
-- severity: error
-- any_of: P1, P2, P4
-- silent: nothing printed to compare with
-- why: 其中项不超过所属项
with line as (
    select *, last_value(if(starts_with(line, 'within_'), null, row) ignore nulls) over above as whole
    from checks.form_amount
    where form in ('P1', 'P2', 'P4') and column_key = 'amount'
    window above as (partition by report_id, form, panel order by row rows between unbounded preceding and current row)
),
found as (
    select
        part.report_id, concat_ws(' ', part.form, nullif(part.panel, ''), 'r' || part.row) as instance, part.amount_id as stated_id, part.value_yuan as stated,
        part.half_step_yuan as stated_half, whole.amount_id as expected_id, whole.value_yuan as expected, whole.half_step_yuan as expected_half
    from line as part
    join line as whole on whole.report_id = part.report_id and whole.form = part.form and whole.panel = part.panel and whole.row = part.whole
    where part.line = 'within_part' and part.value_yuan is not null and whole.value_yuan >= 0
)
from two_terms('found')
