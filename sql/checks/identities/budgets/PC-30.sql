-- zh: 收支预算总表、财政拨款收支预算总表的每个类应当在支出表中有，支出表同一金额的类应当是同一个类
-- en: P1 and P4: each class must be one of the form by function, where the same amount must stand under the same class
-- name: classes_of_balances_stand_in_their_forms
-- tolerance: INT
-- severity: error
-- any_of: P1, P4
-- why: 同一支出印在两张表，分类相同
-- silent: nothing printed to compare with
-- fault_zh: {amount.says_zh}，而{other.says_zh}：金额相同，科目不同
-- fault_en: {amount.says_en}, while {other.says_en}: the amount is the same, the class is not

-- a class that the form by function lacks, beside one that the balance lacks, both of the same amount: one of the names is wrong
with pairs(form, other) as (values ('P1', 'P3'), ('P4', 'P5')),
class as (
    select report_id, form, code, amount_id, value_yuan, half_step_yuan
    from checks.form_amount
    where form in ('P1', 'P4') and line = 'class' and column_key in ('amount', 'total') and not is_within and value_yuan != 0
    qualify count(*) over (partition by report_id, form, code) = 1
),
spent as (
    select report_id, form, code, any_value(amount_id) as amount_id, any_value(value_yuan) as value_yuan, any_value(half_step_yuan) as half_step_yuan
    from checks.form_amount
    where form in ('P3', 'P5') and len(code) = 3 and column_key = 'total' and value_yuan != 0
    group by report_id, form, code
    having count(*) = 1
),
lacking as (
    select class.*, pairs.other
    from class
    join pairs using (form)
    anti join spent as same on same.report_id = class.report_id and same.form = pairs.other and same.code = class.code
),
strange as (
    select spent.*, pairs.form as balance
    from spent
    join pairs on pairs.other = spent.form
    anti join class as same on same.report_id = spent.report_id and same.form = pairs.form and same.code = spent.code
),
renamed as (
    select lacking.report_id, lacking.form, lacking.code, strange.amount_id as other_id
    from lacking
    join strange on strange.report_id = lacking.report_id and strange.balance = lacking.form
    where abs(strange.value_yuan - lacking.value_yuan) <= strange.half_step_yuan + lacking.half_step_yuan
    qualify row_number() over (partition by lacking.report_id, lacking.form, lacking.code order by strange.code) = 1
),
judged as (
    select
        class.report_id, concat_ws(' ', class.form, class.code) as instance, class.code, class.amount_id as stated_id, renamed.other_id is not null as stated,
        renamed.other_id as expected_id, 0 as expected
    from class
    join pairs using (form)
    join (select distinct report_id, form from spent) as there on there.report_id = class.report_id and there.form = pairs.other
    left join renamed on renamed.report_id = class.report_id and renamed.form = class.form and renamed.code = class.code
)
from two_terms('judged')
