-- Macro for the three public expenses, of a final account (T7) and of a budget (P7).

-- their total against its parts, in each instance of a table or CTE, named in quotes, with columns report_id, instance, item (total, abroad …)
-- and those of a cell; 用车小计 (vehicles) stands for its two parts, which count themselves where it is blank
create or replace macro public_sum(printed) as table
select report_id, instance, null::varchar as code, if(item = 'total', 'total', 'part') as side, 1 as weight, amount_id, value_yuan, half_step_yuan
from (
    select *, coalesce(bool_or(item = 'vehicles' and (value_yuan is not null or in_doubt)) over (partition by report_id, instance), false) as has_subtotal
    from query_table(printed)
)
where item not in if(has_subtotal, ['purchase', 'running'], ['vehicles']);
