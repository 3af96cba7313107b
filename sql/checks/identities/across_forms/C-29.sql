-- zh: 别处印有相应金额的决算表应当有数
-- en: A form whose money is printed elsewhere must not be without amounts
-- name: no_form_is_blank_whose_money_is_printed
-- tolerance: INT
-- severity: error
-- silent: no blank form has its money printed elsewhere
-- why: 同一事实印在两张表
-- fault_zh: 第{page}页{form_zh}{blank_zh}，而{amount.says_zh}
-- fault_en: page {page}, {form_en} {blank_en}, while {amount.says_en}
with pair(form, other, line, column_key, place) as (
    values ('T2', 'T1', 'income_total', 'amount', 1), ('T3', 'T1', 'expenditure_total', 'amount', 1),
        ('T4', 'T2', 'total', 'fiscal', 1), ('T4', 'T1', 'fiscal', 'amount', 2), ('T4', 'T1', 'general_budget', 'amount', 3),
        ('T5', 'T4', 'expenditure_total', 'general_budget', 1), ('T6', 'T5', 'total', 'basic', 1),
        ('T8', 'T1', 'government_fund', 'amount', 1), ('T9', 'T1', 'state_capital', 'amount', 1)
),
blank as (
    from blank_beside_money('pair')
    where instance not in ('T8', 'T9') or report_id not in (select report_id from checks.form_status where form = 'T4' and status = 'filled') -- C-19 has it
    union all by name
    from blank_beside_prose('government_fund', 'T8')
    union all by name
    from blank_beside_prose('state_capital', 'T9')
)
from two_terms('blank')
