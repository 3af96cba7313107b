with region as (select code, max_by(full_name, len(full_name)) as full_name from reference.region_name group by code),
judged as (
    select
        counted.judged, counted.violations, counted.identity, report.fiscal_year, report.report_id, unit.region_code, region.full_name as region_name,
        if(counted.violations > 0, unit.unit_name, null) as unit_name
    from stored.judged as counted
    join stored.report as report using (report)
    join star.dim_unit as unit using (unit_key)
    left join region on region.code = unit.region_code
),
found as ( -- findings of an identity that nobody has set aside; each is of one report
    select symptom.report_id, symptom.identity_id, count(distinct finding.finding_id) as findings
    from findings.symptom as symptom
    join findings.finding as finding using (finding_id)
    where not finding.is_waived
    group by symptom.report_id, symptom.identity_id
)
select
    judged.region_code, judged.region_name, judged.fiscal_year, identity.identity_id, family.zh as family, identity.statement_zh as statement,
    severity.zh as severity, count(*) as reports, sum(judged.judged)::bigint as judged, sum(judged.violations)::bigint as violations,
    coalesce(sum(found.findings), 0)::bigint as findings, round(100 * sum(judged.violations) / sum(judged.judged), 2) as violation_percent,
    string_agg(distinct judged.unit_name, '、' order by judged.unit_name) as units,
    address_of(first(judged.report_id order by judged.violations desc, judged.report_id) filter (judged.violations > 0)) as address
from judged
join stored.identity as numbered using (identity)
join reference.identity as identity using (identity_id)
join reference.word as family on family.domain = 'family' and family.key = identity.family
join reference.word as severity on severity.domain = 'severity' and severity.key = identity.severity
left join found on found.report_id = judged.report_id and found.identity_id = identity.identity_id
group by
    judged.region_code, judged.region_name, judged.fiscal_year, identity.identity_id, family.zh, identity.statement_zh, severity.zh
