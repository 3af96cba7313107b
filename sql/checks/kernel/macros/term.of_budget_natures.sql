-- Macro for the form of expenditure (P3) of budgets that splits a part of the money alone by nature

-- budgets whose 基本支出 and 项目支出 in P3 are of 财政拨款 (fiscal) or of 一般公共预算 (general_budget) alone, which other money stands beside
create or replace macro split_in_part() as table
select report_id, if(bool_or(column_key = 'basic' and starts_with(heading, '一般公共预算/')), 'general_budget', 'fiscal') as part
from reading.amount
where form = 'P3'
group by report_id
having part = 'general_budget' or bool_or(column_key = 'fiscal');
