-- zh: 各表金额应当不为负（结转结余、结余分配除外）
-- en: Amounts must not be negative, balances and surplus allocated aside
-- name: amounts_are_not_negative
-- tolerance: INEQ
-- severity: warning
-- why: 收入支出不为负
with negative as (
    select report_id, concat_ws(' ', form, panel, 'r' || row, column_key) as instance, code, 0 as stated, amount_id as expected_id,
        value_yuan as expected, half_step_yuan as expected_half
    from checks.form_amount
    where form in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'U4', 'B5') and value_yuan < 0
        and coalesce(line, '') not in ('opening', 'closing', 'surplus_allocated', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital')
        and not starts_with(column_key, 'opening') and not starts_with(column_key, 'closing')
    union all by name
    select report_id, '' as instance, 0 as stated, 0 as expected
    from star.dim_report
    where is_current and table_set != 'none'
)
from two_terms('negative')
