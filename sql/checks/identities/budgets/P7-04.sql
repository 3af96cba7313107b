-- zh: “三公”经费预算表的合计应当等于所列各单位之和、三类资金之和
-- en: P7: the total must equal the units below it, column by column, and the three funds beside it
-- name: P7_units_add_up
-- tolerance: SUM
-- severity: fatal
-- needs: P7
-- why: 部门预算由本级与所属单位预算汇总
-- silent: no units are listed
with cell as (
    select *, ends_with(place, ' r' || row) as is_unit, split_part(column_key, '_', 1) as phase
    from budget_public_rows()
),
department as ( -- its own row, above those of its units, repeats the total
    select unit.report_id, unit.phase, unit.row
    from cell as unit
    join cell as total on total.report_id = unit.report_id and total.column_key = unit.column_key and not total.is_within
    where unit.is_unit
    group by unit.report_id, unit.phase, unit.row
    having bool_and(unit.value_yuan is not distinct from total.value_yuan)
    qualify row_number() over (partition by unit.report_id, unit.phase order by unit.row) = 1
),
lone as (select report_id, phase from cell where is_unit group by report_id, phase having count(distinct row) = 1),
part as (
    select unit.*
    from cell as unit
    anti join (from department anti join lone using (report_id, phase)) as repeated using (report_id, phase, row)
    where unit.is_unit
),
whole as ( -- a column that adds up, or too much in one and too little in another, shows that the rows are all units and no sums of others
    select report_id, phase
    from (
        select total.report_id, total.phase, sum(part.value_yuan) - total.value_yuan as more, total.half_step_yuan + sum(part.half_step_yuan) as bound
        from part
        join cell as total using (report_id, phase, column_key)
        where not total.is_within and total.value_yuan != 0
        group by total.report_id, total.phase, total.column_key, total.value_yuan, total.half_step_yuan
    )
    group by report_id, phase
    having bool_or(abs(more) <= bound) or bool_or(more > bound) and bool_or(more < -bound)
)
select report_id, 'P7 ' || column_key as instance, null as code, 'total' as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from cell
semi join whole using (report_id, phase)
where not is_within
union all
select report_id, 'P7 ' || column_key, null, 'part', 1, amount_id, value_yuan, half_step_yuan
from part
semi join whole using (report_id, phase)
union all
select report_id, 'P7 r' || row, null, if(is_within, 'part', 'total'), 1, amount_id, value_yuan, half_step_yuan
from ( -- 广州: a row an item, a column a fund
    select own.*, contains(own.column_key, '@') or own.column_key = 'within_item' and contains(printed.heading, '一般公共预算') as is_fund
    from checks.form_amount as own
    join reading.amount as printed on printed.amount_id = own.amount_id
    where own.form = 'P7' and regexp_matches(own.column_key, '^(budget_|within_item)')
)
where is_fund and is_within or not is_within and not is_fund
qualify count(*) filter (column_key = 'within_item') over (partition by report_id, row) = 1 and count(*) filter (not is_within) over (partition by report_id, row) = 1
    and count(*) filter (contains(column_key, '@')) over (partition by report_id, row) = 2
