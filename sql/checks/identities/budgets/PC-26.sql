-- zh: 收支预算总表、财政拨款收支预算总表所列款、项应当等于支出表的同名科目
-- en: P1 and P4: groups and items below the classes must equal those of the same name in the forms by function
-- name: groups_and_items_of_balances_equal_their_forms
-- tolerance: SAME
-- severity: error
-- any_of: P1, P4
-- why: 同一事实印两处
-- silent: no groups or items are listed

-- P1 speaks of all money (P3), P4 of fiscal money (P5, P8 and P9); a name that stands twice with amounts that differ tells nothing
with listed as (
    select own.report_id, own.form, own.row, own.amount_id, own.value_yuan, own.half_step_yuan, printed.row_label as name
    from checks.form_amount as own
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.form in ('P1', 'P4') and own.line = 'within_class' and own.column_key in ('amount', 'total')
),
functional as (
    select own.report_id, told.form, printed.row_label as name, own.amount_id, own.value_yuan, own.half_step_yuan
    from checks.form_amount as own
    join (values ('P3', 'P1'), ('P5', 'P4'), ('P8', 'P4'), ('P9', 'P4')) as told(by_function, form) on told.by_function = own.form
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.column_key = 'total' and len(own.code) > 3 and not own.is_repeat
    qualify count(distinct own.value_yuan) over (partition by own.report_id, told.form, printed.row_label) = 1
        and row_number() over (partition by own.report_id, told.form, printed.row_label order by own.row) = 1
),
pair as (
    select
        listed.report_id, concat_ws(' ', listed.form, 'r' || listed.row) as instance, listed.amount_id as stated_id, listed.value_yuan as stated,
        listed.half_step_yuan as stated_half, functional.amount_id as expected_id, functional.value_yuan as expected, functional.half_step_yuan as expected_half
    from listed
    join functional using (report_id, form, name)
    qualify count(distinct listed.value_yuan) over (partition by listed.report_id, listed.form, listed.name) = 1
)
from two_terms('pair')
