-- zh: 财政拨款总表的政府性基金、国有资本经营栏有数时，其决算表应当有数；无数时应当无数
-- en: T8 and T9 must be empty exactly where their columns of T4 are
-- name: T8_T9_empty_exactly_where_T4_is
-- tolerance: INT
-- severity: error
-- needs: T4
-- may_be_empty: T8, T9
-- why: 同一事实印在两张表
-- fault_zh: {form_zh}与财政拨款收入支出决算总表的{fund_zh}栏，一处有数，一处无数
-- fault_en: of {form_en} and the column of {fund_en} in T4 one has amounts and the other has none
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
        ) as expected, map {
            'form_zh': form.name_zh, 'form_en': form.name_en, 'fund_zh': if(status.form = 'T8', '政府性基金', '国有资本经营预算'), 'fund_en': if(status.form = 'T8', 'government funds', 'state capital')
        } as particulars
    from checks.form_status as status
    join reference.form as form on form.form = status.form
    where status.form in ('T8', 'T9') and status.status in ('filled', 'declared_empty', 'empty')
)
from two_terms('fund_form')
