-- 部门所属单位：一个部门管哪些单位，各花了多少，是否自行公开 / Units of a department: what it covers, what each spent, and whether it published a report of its own.
-- department: 部门 / department
-- fiscal_year: 年度 / fiscal year
-- unit_name: 所属单位 / unit named in 机构设置; the department's own 本级 is one of them
-- region_name: 区划 / region of the unit, its full name; null for central bodies
-- published: 是否公开 / 已公开, 并入本级 where the department's report says that its accounts are in those of the 本级, or 未见公开 where no report of its own is in the warehouse
-- spent_yuan: 单位支出（元） / its spending of the year, all funds, by its own report: the total printed, else the sum of the items
-- department_yuan: 部门支出（元） / that of the department
-- share_percent: 占部门支出（％） / its share
-- page: 页码 / page of the department's report that names it; null for a 本级 that is not named
-- file: 部门报告 / the department's report, path below raw/
-- address: 地址 / address of the report on the desk
with region as (select code, max_by(full_name, len(full_name)) as full_name from reference.region_name group by code),
spent as (
    select fact.report_id, coalesce(max(printed.amount_yuan), sum(fact.amount_yuan)) as yuan
    from star.fact_expenditure as fact
    left join star.printed_total as printed
        on printed.report_id = fact.report_id and printed.scope = fact.scope and printed.fact = 'expenditure' and printed.part = 'total'
    where fact.scope = 'all_funds'
    group by fact.report_id
)
select
    department.unit_name as department, report.fiscal_year,
    if(named.name = department.unit_name, named.name || '（本级）', named.name) as unit_name, region.full_name as region_name, published.zh as published,
    own.yuan::decimal(20, 2) as spent_yuan, whole.yuan::decimal(20, 2) as department_yuan,
    round(100 * own.yuan / nullif(whole.yuan, 0), 2) as share_percent, named.page, report.file, address_of(report.report_id) as address
from checks.named_unit as named
join star.dim_report as report using (report_id)
join star.dim_unit as department on department.unit_key = report.unit_key
join reference.word as published on published.domain = 'coverage' and published.key = if(named.other_id is not null, 'published', if(named.is_merged, 'merged', 'unseen'))
left join star.dim_unit as unit on unit.unit_key = named.unit_key
left join region on region.code = unit.region_code
left join spent as own on own.report_id = named.other_id
left join spent as whole on whole.report_id = report.report_id
