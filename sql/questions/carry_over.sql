-- 结转结余：年初数是不是上年的年末数，还差什么 / Carry-over chain: whether a year opens with what the last one closed with, and what stays unexplained.
-- unit_name: 单位 / unit as printed
-- level: 口径 / 部门 (the money of its units is in it) or 单位
-- fiscal_year: 年度 / fiscal year
-- fund: 资金 / 全部资金, 财政拨款 in total, and its parts
-- last_closing_yuan: 上年年末结转结余（元） / closing balance in last year's report, in 元; null where it is not in the warehouse
-- opening_adjustment_yuan: 所列调整（元） / corrections of the opening balance that the report names, signed
-- opening_yuan: 年初结转结余（元） / opening balance
-- unexplained_yuan: 未说明差额（元） / opening less last closing less adjustments
-- income_yuan: 本年收入（元） / income of the year
-- expenditure_yuan: 本年支出（元） / expenditure of the year
-- closing_yuan: 年末结转结余（元） / closing balance
-- verdict: 是否衔接 / 衔接 (within rounding), 不衔接, or null without last year's report
-- file: 报告 / report, path below raw/
-- address: 地址 / address of the report on the desk
select
    unit.unit_name, unit.level, chain.fiscal_year, fund.zh as fund, chain.last_closing_yuan::decimal(20, 2) as last_closing_yuan,
    chain.opening_adjustment_yuan::decimal(20, 2) as opening_adjustment_yuan, chain.opening_yuan::decimal(20, 2) as opening_yuan,
    chain.unexplained_yuan::decimal(20, 2) as unexplained_yuan, chain.income_yuan::decimal(20, 2) as income_yuan,
    chain.expenditure_yuan::decimal(20, 2) as expenditure_yuan, chain.closing_yuan::decimal(20, 2) as closing_yuan,
    if(chain.unexplained_yuan is null, null, if(abs(chain.unexplained_yuan) <= chain.bound_yuan, '衔接', '不衔接')) as verdict, report.file, address_of(chain.report_id) as address
from star.carry_forward as chain
join star.dim_unit as unit using (unit_key)
join star.dim_report as report on report.report_id = chain.report_id
join reference.word as fund on fund.domain = 'fund' and fund.key = chain.fund
