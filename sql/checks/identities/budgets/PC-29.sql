-- zh: 别处印有相应金额的预算表应当有数
-- en: A form of a budget whose money is printed elsewhere must not be without amounts
-- name: no_budget_form_is_blank_whose_money_is_printed
-- tolerance: INT
-- severity: error
-- silent: no blank form has its money printed elsewhere
-- why: 同一事实印在两张表
-- fault_zh: 第{page}页{form_zh}{blank_zh}，而{amount.says_zh}
-- fault_en: page {page}, {form_en} {blank_en}, while {amount.says_en}

-- income of a fund is its expenditure only where nothing is carried over
with pair(form, other, line, column_key, place) as (
    values ('P2', 'P1', 'income_total', 'amount', 1), ('P2', 'P1', 'income_grand_total', 'amount', 2),
        ('P3', 'P1', 'expenditure_total', 'amount', 1), ('P3', 'P1', 'expenditure_grand_total', 'amount', 2),
        ('P4', 'P1', 'fiscal', 'amount', 1), ('P4', 'P1', 'general_budget', 'amount', 2), ('P4', 'P1', 'government_fund', 'amount', 3),
        ('P4', 'P2', 'total', 'fiscal', 4), ('P4', 'P2', 'total', 'general_budget', 5),
        ('P5', 'P4', 'expenditure_grand_total', 'general_budget', 1), ('P5', 'P4', 'general_budget', 'amount', 2), ('P5', 'P1', 'general_budget', 'amount', 3),
        ('P6', 'P5', 'total', 'basic', 1),
        ('P8', 'P1', 'government_fund', 'amount', 1), ('P9', 'P1', 'state_capital', 'amount', 1)
),
summed as ( -- P8 and P9 are terms of PC-04, which tells it, where the other forms have amounts
    select report_id
    from checks.form_status
    where form in ('P4', 'P5') and status = 'filled'
    group by report_id
    having count(*) = 2
),
blank as (
    from blank_beside_money('pair')
    where instance in ('P2', 'P3', 'P4', 'P6')
        or report_id not in (select report_id from budget_carried()) and (instance = 'P5' or report_id not in (select report_id from summed))
    union all by name
    from blank_beside_prose('government_fund', 'P8')
    union all by name
    from blank_beside_prose('state_capital', 'P9')
)
from two_terms('blank')
