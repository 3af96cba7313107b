-- 变动最大的事项：增减最大的是什么，报告说是什么原因 / Largest changes: what went up or down most against last year or the budget, with the reason the report gives.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- place: 位次 / rank within the report and the comparison, by the size of the change
-- against: 对比 / what it is compared with: 上年决算, 年初预算, 全年预算, 预算
-- item_code: 科目编码 / code of a functional item, null for others
-- item: 项目 / what changed
-- base_yuan: 对比数（元） / last year's value or the budget, as said, else the value less the change
-- value_yuan: 本年数（元） / this year's value, as said
-- change_yuan: 增减（元） / change, signed, as said, else the difference of the two
-- growth_percent: 增减幅度（％） / change in percent of what it is compared with; null on a base of 0
-- reason: 报告所称原因 / the reason the report gives
-- page: 页码 / page of the PDF
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the figure on the desk
select
    unit.unit_name, unit.level, fact.fiscal_year,
    rank() over (partition by fact.report_id, fact.against, fact.fiscal_year, unit.unit_name order by abs(fact.change_yuan) desc) as place, against.zh as against,
    item.function_code as item_code, coalesce(item.function_name, fact.label, subject.zh) as item,
    fact.base_yuan::decimal(20, 2) as base_yuan, fact.value_yuan::decimal(20, 2) as value_yuan,
    fact.change_yuan::decimal(20, 2) as change_yuan, round(100 * fact.change_yuan / nullif(fact.base_yuan, 0), 2) as growth_percent,
    fact.reason, fact.page, report.file, address_of(fact.amount_id) as address
from star.fact_change as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join reference.word as against on against.domain = 'against' and against.key = fact.against
left join star.dim_function as item using (function_key)
left join reference.word as subject on subject.domain = 'subject' and subject.key = fact.subject
where fact.change_yuan != 0
