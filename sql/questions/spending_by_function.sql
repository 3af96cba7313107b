-- 功能分类支出：每个单位每年在每个功能科目上花了多少 / Spending by function and year: what a unit spent on each functional item in each year.
-- unit_name: 单位 / unit as printed
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- class_code: 类编码 / code of the 类
-- class_name: 类 / name of the 类
-- function_code: 科目编码 / code of the item
-- function_name: 科目 / name of the item
-- spent_yuan: 支出（元） / spent, in 元
-- basic_yuan: 基本支出（元） / of it basic expenditure
-- project_yuan: 项目支出（元） / of it project expenditure
-- share_percent: 占同范围支出（％） / share of the unit's spending of the year and scope
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
select
    unit.unit_name, fact.fiscal_year, scope.zh as scope, item.class_code, class.function_name as class_name, item.function_code,
    item.function_name, sum(fact.amount_yuan)::decimal(20, 2) as spent_yuan,
    sum(if(fact.nature = 'basic', fact.amount_yuan, 0))::decimal(20, 2) as basic_yuan,
    sum(if(fact.nature = 'project', fact.amount_yuan, 0))::decimal(20, 2) as project_yuan,
    round(100 * sum(fact.amount_yuan) / nullif(sum(sum(fact.amount_yuan)) over (partition by fact.report_id, fact.scope), 0), 2) as share_percent,
    min(coalesce(amount.page, claim.page)) as page, report.file
from star.fact_expenditure as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join star.dim_function as item using (function_key)
join reference.word as scope on scope.domain = 'fund' and scope.key = fact.scope
left join star.dim_function as class
    on class.function_code = item.class_code and fact.fiscal_year between class.valid_from and class.valid_to
left join reading.amount as amount on amount.report_id = fact.report_id and amount.amount_id = fact.amount_id
left join reading.claim as claim on claim.report_id = fact.report_id and claim.claim_id = fact.amount_id
group by
    fact.report_id, unit.unit_name, fact.fiscal_year, fact.scope, scope.zh, item.class_code, class.function_name, item.function_code,
    item.function_name, report.file
order by unit.unit_name, fact.fiscal_year, fact.scope, item.function_code
