-- Macros for the three public expenses, of a final account (T7) and of a budget (P7), and for what else 机构运行信息表 (T7) holds.

-- their total against its parts, in each instance of a table or CTE, named in quotes, with columns report_id, instance, item (total, abroad …)
-- and those of a cell; 用车小计 (vehicles) stands for its two parts, which count themselves where it is blank
create or replace macro public_sum(printed) as table
select report_id, instance, null::varchar as code, if(item = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from (
    select *, coalesce(bool_or(item = 'vehicles' and (value_yuan is not null or in_doubt)) over (partition by report_id, instance), false) as has_subtotal
    from query_table(printed)
)
where item not in if(has_subtotal, ['purchase', 'running'], ['vehicles']);

-- money of the year and counts that 机构运行信息表 prints, by item; counts are exact and have no row
create or replace macro operation() as table
select report_id, row, item, amount_id, value_yuan, half_step_yuan from checks.public_expense where phase = 'final'
union all
select report_id, null, item, amount_id, count, 0 from checks.printed_count;
