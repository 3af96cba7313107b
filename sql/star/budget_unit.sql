-- 有预算的单位 / Units and departments of which there is a budget, from the budgets themselves; star.dim_unit has those of which there is nothing else.
-- unit_key: unit (star.dim_unit)
-- unit_name: name as the latest budget prints it
-- level: 部门 or 单位
-- valid_from: first fiscal year of a budget
-- valid_to: last fiscal year of a budget
select
    unit_key, arg_max(unit_name, (fiscal_year, unit_name)) as unit_name, if(bool_or(is_one_unit(unit_name, level)), '单位', '部门') as level,
    min(fiscal_year) as valid_from, max(fiscal_year) as valid_to
from star.dim_budget
group by unit_key
