-- Macros for the form of expenditure (P3) of budgets: what it splits by nature, and which natures are within others

-- budgets whose 基本支出 and 项目支出 in P3 are of 财政拨款 (fiscal) or of 一般公共预算 (general_budget) alone, which other money stands beside
create or replace macro split_in_part() as table
select report_id, if(bool_or(column_key = 'basic' and starts_with(heading, '一般公共预算/')), 'general_budget', 'fiscal') as part
from reading.amount
where form = 'P3'
group by report_id
having part = 'general_budget' or bool_or(column_key = 'fiscal');

-- natures of expenditure that P3 has money of under 其中, which is of others beside them: 项目支出，其中：上缴上级支出 (北京)
create or replace macro budget_natures_within() as table
select distinct report_id, if(column_key = 'business', 'business_expenditure', column_key) as subject
from checks.form_amount
where form = 'P3' and is_within and line is distinct from 'unit' and value_yuan != 0 and column_key in ('business', 'remitted', 'subsidy');
