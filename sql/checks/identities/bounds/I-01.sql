-- zh: 各表金额不为负（结转结余除外）
-- en: Amounts are not negative, balances aside
-- tolerance: INEQ
-- severity: warning
-- why: 收入支出不为负
select report_id, concat_ws(' ', form, panel, 'r' || row, column_key) as instance, code, 'part' as side, 1 as weight, amount_id, value_yuan, half_ulp_yuan
from checks.cell
where form in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'U4') and value_yuan < 0
    and coalesce(line, '') not in ('opening', 'closing', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital')
    and not starts_with(column_key, 'opening') and not starts_with(column_key, 'closing')
union all
select report_id, concat_ws(' ', form, panel, 'r' || row, column_key), code, 'total', 1, null, 0, 0
from checks.cell
where form in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'U4') and value_yuan < 0
    and coalesce(line, '') not in ('opening', 'closing', 'opening_general_budget', 'opening_government_fund', 'opening_state_capital')
    and not starts_with(column_key, 'opening') and not starts_with(column_key, 'closing')
union all
select report_id, '', null, side, 1, null, 0, 0
from star.dim_report, (values ('total'), ('part')) as sides(side)
where is_current and table_set != 'none'
