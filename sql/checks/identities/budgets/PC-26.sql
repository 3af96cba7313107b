-- zh: 收支预算总表、财政拨款收支预算总表所列款、项应当等于支出表的同名科目
-- en: P1 and P4: groups and items below the classes must equal those of the same name in the forms by function
-- name: groups_and_items_of_balances_equal_their_forms
-- tolerance: SAME
-- severity: error
-- any_of: P1, P4
-- why: 同一事实印两处
-- silent: no groups or items are listed

-- P1 speaks of all money (P3), P4 of fiscal money (P5, P8 and P9); where a form goes unit by unit, of all units together. A name of two codes, or one that
-- stands twice with amounts that differ, tells nothing; P4 may hold with an item what the year before left of it, which the forms by function leave out
with listed as (
    select own.report_id, own.form, own.row, own.amount_id, own.value_yuan, own.half_step_yuan, printed.row_label as name
    from checks.form_amount as own
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.form in ('P1', 'P4') and own.line = 'within_class' and own.column_key in ('amount', 'total')
    qualify count(distinct own.value_yuan) over (partition by own.report_id, own.form, printed.row_label) = 1
),
spent as (
    select
        own.report_id, told.form, told.by_function, own.row, own.code, own.line, printed.row_label as name, own.amount_id, own.value_yuan, own.half_step_yuan,
        coalesce(
            arg_min(own.value_yuan, own.row) filter (own.line = 'unit') over whole != arg_min(own.value_yuan, own.row) filter (own.line = 'total') over whole, false
        ) as is_by_unit
    from checks.form_amount as own
    join (values ('P3', 'P1'), ('P5', 'P4'), ('P8', 'P4'), ('P9', 'P4')) as told(by_function, form) on told.by_function = own.form
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.column_key = 'total' and (own.line in ('unit', 'total') or len(own.code) > 3 and not own.is_repeat)
    window whole as (partition by own.report_id, own.form)
),
functional as (
    select *
    from spent
    where code is not null
    qualify count(distinct if(is_by_unit, by_function || code, value_yuan::varchar)) over (partition by report_id, form, name) = 1
        and (is_by_unit or row_number() over (partition by report_id, form, name order by row) = 1)
),
pair as (
    select listed.* rename (amount_id as listed_id, value_yuan as stated, half_step_yuan as stated_half), functional.amount_id, functional.value_yuan, functional.half_step_yuan
    from listed
    join functional using (report_id, form, name)
    left join budget_apart() as apart using (report_id)
    where apart.amount_id is null or form = 'P1' or listed.value_yuan - functional.value_yuan not between listed.half_step_yuan and apart.value_yuan + apart.half_step_yuan + listed.half_step_yuan
)
select distinct report_id, concat_ws(' ', form, 'r' || row) as instance, null as code, 'total' as side, 1 as weight, listed_id as amount_id, stated as value_yuan, stated_half as half_step_yuan
from pair
union all
select report_id, concat_ws(' ', form, 'r' || row), null, 'part', 1, amount_id, value_yuan, half_step_yuan from pair
