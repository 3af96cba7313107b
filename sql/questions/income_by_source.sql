-- 收入来源：每个单位每年的钱从哪里来 / Income by source: where a unit's money of the year came from.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- source: 收入来源 / source of the income
-- income_yuan: 收入（元） / income, in 元: the total printed, else the sum of the items
-- difference_yuan: 合计与各项之差（元） / total printed less the sum of the items; null where no total is printed
-- share_percent: 占本年收入（％） / share of the income of the year
-- page: 页码 / first page of the form or claim
-- file: 报告 / report, path below raw/
-- address: 地址 / permalink of the first of its figures on the desk
select
    unit.unit_name, unit.level, fact.fiscal_year, source.zh as source, coalesce(max(own.amount_yuan), sum(fact.amount_yuan))::decimal(20, 2) as income_yuan,
    (max(own.amount_yuan) - sum(fact.amount_yuan))::decimal(20, 2) as difference_yuan,
    round(100 * income_yuan / nullif(coalesce(max(total.amount_yuan), sum(sum(fact.amount_yuan)) over (partition by fact.report_id, fact.fiscal_year, unit.unit_name)), 0), 2) as share_percent,
    min(page_of(fact.amount_id)) as page, report.file, address_of(min(fact.amount_id)) as address
from star.fact_income as fact
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = fact.report_id
join reference.word as source on source.domain = 'source' and source.key = fact.source
left join star.printed_total as own on own.report_id = fact.report_id and own.fact = 'income' and own.part = fact.source
left join star.printed_total as total on total.report_id = fact.report_id and total.fact = 'income' and total.part = 'total'
group by fact.report_id, unit.unit_name, unit.level, fact.fiscal_year, fact.source, source.zh, report.file
