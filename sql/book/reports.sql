-- 索引：每份决算、每份现行预算一行，含各结论数与发现数 / The index: one row a final account in the star and a current budget, with its outcomes and findings counted.
with outcomes as (
    select
        report_id, count(*) filter (outcome = 'exact') as exact, count(*) filter (outcome = 'rounding') as rounding,
        count(*) filter (outcome = 'improbable') as improbable, count(*) filter (outcome = 'violation') as violation,
        count(*) filter (outcome = 'not_evaluable') as not_evaluable
    from checks.outcome
    group by report_id
),
found as (
    select
        report_id, count(*) filter (severity = 'fatal' and not is_waived) as fatal,
        count(*) filter (severity = 'error' and not is_waived) as error,
        count(*) filter (severity = 'warning' and not is_waived) as warning,
        count(*) filter (severity = 'info' and not is_waived) as info, count(*) filter (is_waived) as waived
    from findings.finding
    group by report_id
),
unread as ( -- forms that belong to a report and were not read for certain
    select report_id, list(distinct form order by form) as unread
    from checks.extent
    where status = 'in doubt' and form is not null
    group by report_id
),
held as (select sha256 as report_id, count(*) as held from reading.quarantine group by sha256),
ledger as ( -- of budgets; star.dim_report has those of final accounts
    select report_id, count(*) as token_count, (count(*) filter (kind != 'unexplained') / count(*))::decimal(6, 4) as explained_share
    from reading.token
    semi join star.dim_budget using (report_id)
    group by report_id
)
select
    report.report_id, report.kind, report.unit_key, unit.unit_name, report.fiscal_year, report.level, report.version, report.is_current,
    report.table_set, file.format, file.producer, file.created, file.page_count, report.form_count, coalesce(final.token_count, ledger.token_count, 0) as token_count,
    coalesce(final.claim_count, 0) as claim_count, coalesce(final.explained_share, ledger.explained_share) as explained_share, report.file, unit.region_code, region.full_name as region_name, unit.kind as unit_kind,
    parent.unit_name as parent_name, if(parent.has_report, unit.parent_unit_key, null) as parent_key,
    coalesce(outcomes.exact, 0) as exact, coalesce(outcomes.rounding, 0) as rounding, coalesce(outcomes.improbable, 0) as improbable,
    coalesce(outcomes.violation, 0) as violation, coalesce(outcomes.not_evaluable, 0) as not_evaluable,
    coalesce(outcomes.exact + outcomes.rounding + outcomes.improbable + outcomes.violation, 0) as judged, coalesce(unread.unread, []) as unread,
    coalesce(found.fatal, 0) as fatal, coalesce(found.error, 0) as error, coalesce(found.warning, 0) as warning,
    coalesce(found.info, 0) as info, coalesce(found.waived, 0) as waived, coalesce(held.held, 0) as held
from star.disclosure as report
join reading.report as file on file.report_id = report.report_id
left join star.dim_report as final on final.report_id = report.report_id
left join ledger on ledger.report_id = report.report_id
join star.dim_unit as unit on unit.unit_key = report.unit_key
left join star.dim_unit as parent on parent.unit_key = unit.parent_unit_key
left join (select code, max_by(full_name, len(full_name)) as full_name from reference.region_name group by code) as region
    on region.code = unit.region_code
left join outcomes on outcomes.report_id = report.report_id
left join found on found.report_id = report.report_id
left join unread on unread.report_id = report.report_id
left join held on held.report_id = report.report_id
where report.kind = 'final' or report.is_current
order by report.fiscal_year desc, unit.region_code nulls last, unit.unit_name, report.level, report.kind desc, report.version desc
