-- 预决算对比：每个功能科目的预算、决算所称预算与决算 / Budget against final account by function: what the budget provided, what the final account says was provided, and what was spent.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- function_code: 科目编码 / code of the functional item
-- function_name: 科目 / name of the item in the year
-- budget_yuan: 公布的预算（元） / the budget as published, summed to the item
-- stated_initial_yuan: 决算所列年初预算（元） / 年初预算 that the final account prints beside it
-- stated_annual_yuan: 决算所列全年预算（元） / 全年预算 that it prints beside it
-- final_yuan: 决算（元） / spent, summed to the item
-- difference_yuan: 决算减预算（元） / final less budget; null where they do not compare
-- is_comparable: 可比 / whether both sides give the item
-- reason: 不可比的原因 / why not: one side is not published, has no such form or item, or holds money in reserve
-- budget_file: 预算 / budget, path below raw/
-- final_file: 决算 / final account, path below raw/
-- address: 地址 / address of the final account on the desk, else of the budget
select
    unit.unit_name, unit.level, judged.fiscal_year, scope.zh as scope, judged.function_code, item.function_name, judged.budget_yuan::decimal(20, 2) as budget_yuan,
    judged.stated_initial_yuan::decimal(20, 2) as stated_initial_yuan, judged.stated_annual_yuan::decimal(20, 2) as stated_annual_yuan, judged.final_yuan::decimal(20, 2) as final_yuan,
    if(judged.why is null, judged.final_yuan - judged.budget_yuan, null)::decimal(20, 2) as difference_yuan, judged.why is null as is_comparable, reason.zh as reason, plan.file as budget_file, account.file as final_file, address_of(judged.report_id) as address
from star.item_budget as judged join star.dim_unit as unit using (unit_key) join reference.word as scope on scope.domain = 'fund' and scope.key = judged.scope
left join star.dim_function as item on item.function_code = judged.function_code and judged.fiscal_year between item.valid_from and item.valid_to
left join reference.word as reason on reason.domain = 'unmatched' and reason.key = judged.why
left join star.dim_budget as plan on plan.report_id = judged.budget_id left join star.dim_report as account on account.report_id = judged.final_id
