-- 仓库里有什么：各年度的报告与发现 / What the warehouse holds: reports and findings by fiscal year.
with report as (select * from star.disclosure where is_current),
found as (
    select
        fiscal_year, count(*) filter (severity = 'fatal') as fatal, count(*) filter (severity = 'error') as error,
        count(*) filter (severity = 'warning') as warning, count(*) filter (severity = 'info') as info
    from findings.finding
    where not is_waived
    group by fiscal_year
)
select
    report.fiscal_year, count(*) filter (report.kind = 'final') as finals, count(*) filter (report.kind = 'budget') as budgets,
    count(distinct report.unit_key) as units, coalesce(any_value(found.fatal), 0) as fatal, coalesce(any_value(found.error), 0) as error,
    coalesce(any_value(found.warning), 0) as warning, coalesce(any_value(found.info), 0) as info
from report
left join found using (fiscal_year)
group by report.fiscal_year
order by report.fiscal_year desc
