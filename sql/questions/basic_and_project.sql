-- 基本支出与项目支出：维持运转花了多少，做项目花了多少 / Basic against project expenditure: what a unit spent to run itself and what on projects.
-- unit_name: 单位 / unit as printed
-- fiscal_year: 年度 / fiscal year
-- scope: 资金范围 / scope of funds; scopes overlap and are never added
-- spent_yuan: 支出合计（元） / spent, in 元
-- basic_yuan: 基本支出（元） / basic expenditure
-- project_yuan: 项目支出（元） / project expenditure
-- other_yuan: 其他支出（元） / remitted to superiors, business, subsidies to units, and what is not split
-- basic_percent: 基本支出占比（％） / share of basic expenditure
-- project_percent: 项目支出占比（％） / share of project expenditure
-- page: 页码 / first page of the form or claim
-- file: 报告 / report, path below raw/
select
    unit.unit_name, fact.fiscal_year, scope.zh as scope, sum(fact.amount_yuan)::decimal(20, 2) as spent_yuan,
    sum(if(fact.nature = 'basic', fact.amount_yuan, 0))::decimal(20, 2) as basic_yuan,
    sum(if(fact.nature = 'project', fact.amount_yuan, 0))::decimal(20, 2) as project_yuan,
    sum(if(fact.nature in ('basic', 'project'), 0, fact.amount_yuan))::decimal(20, 2) as other_yuan,
    round(100 * sum(if(fact.nature = 'basic', fact.amount_yuan, 0)) / nullif(sum(fact.amount_yuan), 0), 2) as basic_percent,
    round(100 * sum(if(fact.nature = 'project', fact.amount_yuan, 0)) / nullif(sum(fact.amount_yuan), 0), 2) as project_percent,
    min(coalesce(amount.page, claim.page)) as page, report.file
from star.fact_expenditure as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join reference.word as scope on scope.domain = 'fund' and scope.key = fact.scope
left join reading.amount as amount on amount.report_id = fact.report_id and amount.amount_id = fact.amount_id
left join reading.claim as claim on claim.report_id = fact.report_id and claim.claim_id = fact.amount_id
group by fact.report_id, unit.unit_name, fact.fiscal_year, fact.scope, scope.zh, report.file
order by unit.unit_name, fact.fiscal_year, fact.scope
