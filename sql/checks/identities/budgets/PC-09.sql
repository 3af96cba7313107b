-- zh: 收支预算总表各类支出应当等于支出预算总表的同类支出
-- en: P1 classes must equal those of P3
-- name: P1_classes_equal_P3
-- tolerance: SAME
-- severity: fatal
-- needs: P1, P3
-- why: 同一支出
with side as (
    select report_id, code as instance, code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form = 'P1' and line = 'class' and column_key = 'amount' and not is_within and value_yuan is not null
    qualify count(*) over (partition by report_id, code) = 1
    union all
    from budget_codes('part', 'P3', 'total')
    where len(code) = 3 and report_id not in (select report_id from checks.form_amount where form = 'P3' and column_key = 'carried_forward' and value_yuan != 0)
        and (report_id, code) not in ( -- 上缴上级, 对附属单位补助 have lines of their own below the classes (广东)
            select row.report_id, row.code
            from checks.form_amount as row
            semi join (from checks.form_amount where form = 'P1' and panel != 'left' and line in ('remitted', 'subsidy') and value_yuan != 0) as own on own.report_id = row.report_id
            where row.form = 'P3' and row.column_key in ('remitted', 'subsidy') and not row.is_within and row.value_yuan != 0
        )
)
from both_sides('side')
