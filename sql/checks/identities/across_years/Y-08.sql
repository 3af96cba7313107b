-- zh: 重新公开的报告应当与前一版各数一致，或说明更正
-- en: A re-published report must state what the version before it stated, or say what it corrects
-- name: republished_report_states_the_same
-- tolerance: SAME
-- severity: warning
-- beside: earlier_version
-- why: 同一年度同一事实；有不同即为更正
with cell as (
    select
        amount.report_id, amount.form, concat_ws(' ', amount.form, amount.panel, amount.line, amount.code, amount.column_key) as place, amount.code,
        amount.amount_id, amount.value_yuan, amount.half_step_yuan
    from reading.amount
    where not amount.is_held and amount.value_yuan is not null and amount.column_key is not null and coalesce(amount.line, amount.code, '') != ''
    qualify count(*) over (partition by amount.report_id, place) = 1
),
published_twice as (
    select
        later.report_id, later.place as instance, later.code, later.amount_id as stated_id, later.value_yuan as stated,
        later.half_step_yuan as stated_half, first.amount_id as expected_id, first.value_yuan as expected, first.half_step_yuan as expected_half
    from cell as later
    join checks.related_report as beside on beside.report_id = later.report_id and beside.relation = 'earlier_version'
    join star.dim_report as final on final.report_id = later.report_id
    join cell as first on first.report_id = beside.other_id and first.place = later.place
)
from two_terms('published_twice')
