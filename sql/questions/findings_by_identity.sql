-- 不符情况：哪条勾稽关系、哪个地区、哪一年不符最多 / Findings by identity, region and year: where reports do not add up.
-- region_code: 区划代码 / region by GB/T 2260 (its first two digits are the province); null for central bodies
-- region_name: 区划 / full name of the region
-- fiscal_year: 年度 / fiscal year
-- identity_id: 勾稽关系编号 / identity (reference.identity)
-- family: 类别 / family of the identity
-- statement: 应当成立 / what must hold
-- severity: 程度 / severity of a violation
-- reports: 判断的报告 / reports it was judged on
-- judged: 判断次数 / instances judged
-- violations: 不符次数 / instances beyond what rounding can make
-- findings: 发现 / findings they belong to that nobody has set aside
-- violation_percent: 不符率（％） / violations in percent of the instances judged
-- units: 不符单位 / units with a violation
-- address: 地址 / permalink on the desk of the report with most violations of it; null where there is none
with region as (select code, max_by(full_name, len(full_name)) as full_name from reference.region_name group by code),
judged as (
    select outcome.*, unit.region_code, region.full_name as region_name, unit.unit_name
    from checks.outcome as outcome
    join star.dim_unit as unit using (unit_key)
    left join region on region.code = unit.region_code
    where outcome.outcome != 'not_evaluable'
)
select
    judged.region_code, judged.region_name, judged.fiscal_year, judged.identity_id, family.zh as family, identity.statement_zh as statement, severity.zh as severity,
    count(distinct judged.report_id) as reports, count(*) as judged, count(*) filter (judged.outcome = 'violation') as violations,
    count(distinct finding.finding_id) as findings,
    round(100 * count(*) filter (judged.outcome = 'violation') / count(*), 2) as violation_percent,
    string_agg(distinct judged.unit_name, '、' order by judged.unit_name) filter (judged.outcome = 'violation') as units,
    address_of(mode(judged.report_id order by judged.report_id) filter (judged.outcome = 'violation')) as address
from judged
join reference.identity as identity using (identity_id)
join reference.word as family on family.domain = 'family' and family.key = identity.family
join reference.word as severity on severity.domain = 'severity' and severity.key = identity.severity
left join findings.symptom as symptom
    on symptom.report_id = judged.report_id and symptom.identity_id = judged.identity_id and symptom.instance = judged.instance
left join findings.finding as finding on finding.finding_id = symptom.finding_id and not finding.is_waived
group by judged.region_code, judged.region_name, judged.fiscal_year, judged.identity_id, family.zh, identity.statement_zh, severity.zh
