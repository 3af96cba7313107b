-- 总览 / Overview: one row a current report.
with step as (
    select report_id, min(2 * half_step_yuan) as step
    from reading.amount
    where value_yuan is not null and not is_held
    group by report_id
),
spent as ( -- totals as printed, else the sums of the items
    select
        fact.report_id, coalesce(max(printed.amount_yuan) filter (nature = 'basic'), sum(fact.amount_yuan) filter (nature = 'basic')) as basic,
        coalesce(max(printed.amount_yuan) filter (nature = 'project'), sum(fact.amount_yuan) filter (nature = 'project')) as project
    from star.fact_expenditure as fact
    left join star.printed_total as printed
        on printed.report_id = fact.report_id and printed.scope = fact.scope and printed.fact = 'expenditure' and printed.part = fact.nature
    where fact.scope = 'all_funds'
    group by fact.report_id
),
public as (
    select report_id, sum(amount_yuan) filter (phase = 'budget') as budget, sum(amount_yuan) filter (phase = 'final') as final
    from star.fact_three_public
    group by report_id
),
found as (
    select report_id, count(*) filter (not is_waived) as found
    from findings.finding
    group by report_id
),
missing as (
    select report_id, string_agg(form.name_zh, '、' order by form) as names
    from checks.form_status
    join reference.form using (form)
    where status = 'missing'
    group by report_id
)
select
    report.fiscal_year as "年度", unit.region_name as "地区", unit.unit_name as "单位", report.level as "层级",
    accounts.income_yuan as "本年收入（元）", accounts.expenditure_yuan as "本年支出（元）", spent.basic as "基本支出（元）",
    spent.project as "项目支出（元）", fiscal.expenditure_yuan as "财政拨款支出（元）", accounts.opening_yuan as "年初结转和结余（元）",
    accounts.closing_yuan as "年末结转和结余（元）", public.budget as "“三公”经费预算（元）", public.final as "“三公”经费决算（元）",
    coalesce(found.found, 0) as "发现（条）", missing.names as "缺表", report.held_amounts as "读取存疑的数（个）",
    report.file as "文件", address_of(report.report_id) as "地址", step.step
from star.dim_report as report
join star.dim_unit as unit using (unit_key)
left join step using (report_id)
left join star.carry_forward as accounts on accounts.report_id = report.report_id and accounts.fund = 'all'
left join star.carry_forward as fiscal on fiscal.report_id = report.report_id and fiscal.fund = 'fiscal'
left join spent using (report_id)
left join public using (report_id)
left join found using (report_id)
left join missing using (report_id)
where report.is_current
order by report.fiscal_year desc, unit.region_code nulls last, unit.unit_name
