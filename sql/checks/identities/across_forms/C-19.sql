-- zh: 政府性基金、国有资本经营决算表为空，当且仅当财政拨款总表该栏无数
-- en: T8 and T9 are empty exactly where their columns of T4 are
-- tolerance: INT
-- severity: error
-- needs: T4
-- may_be_empty: T8, T9
-- why: 同一事实印在两张表
with fund_form as (
    select
        status.report_id, status.form as instance,
        status.status = 'filled' and (
            select coalesce(bool_or(cell.value_yuan != 0), false)
            from checks.form_amount as cell
            where cell.report_id = status.report_id and cell.form = status.form
        ) as stated,
        (
            select coalesce(bool_or(cell.value_yuan != 0), false)
            from checks.form_amount as cell
            where cell.report_id = status.report_id and cell.form = 'T4'
                and contains(concat_ws(' ', cell.line, cell.column_key), if(status.form = 'T8', 'government_fund', 'state_capital'))
        ) as expected
    from checks.form_status as status
    where status.form in ('T8', 'T9') and status.status in ('filled', 'declared_empty', 'empty')
)
from two_terms('fund_form')
