-- 报告，发现多而重者在前 / Reports with their findings, the gravest first.
-- $unit: unit_key; null for all units
-- $year: fiscal year; null for all years
-- $most: how many at most
with report as (
    select report.report_id, report.unit_key, unit.unit_name, report.fiscal_year, report.kind, report.level, report.is_current, unit.region_name
    from star.disclosure as report join star.dim_unit as unit using (unit_key)
),
found as (
    select
        report_id, count(*) filter (severity = 'fatal') as fatal, count(*) filter (severity = 'error') as error,
        count(*) filter (severity = 'warning') as warning, count(*) filter (severity = 'info') as info
    from findings.finding
    where not is_waived
    group by report_id
)
select
    report.*, share.judged_percent, coalesce(found.fatal, 0) as fatal, coalesce(found.error, 0) as error, coalesce(found.warning, 0) as warning,
    coalesce(found.info, 0) as info
from report
left join found using (report_id)
left join questions.judged_share as share on share.address = address_of(report.report_id)
where ($unit is null or report.unit_key = $unit) and ($year is null or report.fiscal_year = $year::integer)
order by fatal desc, error desc, warning desc, info desc, report.fiscal_year desc, report.unit_name, report.report_id
limit $most
